package org.pmlguard.risk.judge;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pmlguard.clinical.LabResult;
import org.pmlguard.knowledge.lab.LabTest;
import org.pmlguard.risk.judge.Reading.Content;

/** The results of one test. They are interpreted when a rule first asks for them: most rules ask for few tests. */
final class Drawer {

    private final LabTest test;
    private final List<LabResult> results = new ArrayList<>();
    private List<Reading> readings = List.of();

    Drawer(LabTest test) {
        this.test = test;
    }

    void add(LabResult result) {
        results.add(result);
    }

    /** Newest first, the more worrying of one day before the other. */
    List<Reading> readings() {
        if (readings.size() < results.size()) {
            readings = interpreted();
        }
        return readings;
    }

    private List<Reading> interpreted() {
        List<Reading> interpreted = new ArrayList<>(results.size());
        for (LabResult result : results) {
            interpreted.add(new Reading(test, result, Interpretation.of(test, result.value())));
        }
        interpreted.sort(NEWEST_FIRST);
        return interpreted;
    }

    private static final Comparator<Reading> NEWEST_FIRST = Comparator.comparing(
                    (Reading reading) -> reading.day().orElse(LocalDate.MIN))
            .reversed()
            .thenComparing(Drawer::worstFirst);

    private static int worstFirst(Reading one, Reading other) {
        BigDecimal left = one.amount().map(Content.Amount::value).orElse(BigDecimal.ZERO);
        BigDecimal right = other.amount().map(Content.Amount::value).orElse(BigDecimal.ZERO);
        return one.test().lowIsWorse() ? left.compareTo(right) : right.compareTo(left);
    }
}
