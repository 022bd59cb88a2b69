package org.pmlguard.risk.judge;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pmlguard.clinical.Known;
import org.pmlguard.clinical.MedicationUse;
import org.pmlguard.clinical.Order.Stage;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.drug.Drug;

/** What a patient is treated with on a day: known drugs that are taken, or still act, each once. */
public final class Treatments {

    /**
     * One of them.
     *
     * @param use the row of the chart that shows it best: one that goes on before one that is over, then the newest
     * @param stage {@link Stage#TAKEN} or {@link Stage#STILL_ACTING}
     */
    public record Treatment(Drug drug, MedicationUse use, Stage stage) {}

    private static final Comparator<Therapy> BEST_LAST = Comparator.comparing(Therapy::goesOn)
            .thenComparing(use -> use.start().orElse(LocalDate.MIN));

    private Treatments() {}

    /** The treatments a medication history shows, as far as it was read. */
    public static List<Treatment> of(Known<List<MedicationUse>> medications, Knowledge knowledge, LocalDate today) {
        Map<Drug, Therapy> best = new LinkedHashMap<>();
        Therapies.of(medications, knowledge, today)
                .uses()
                .filter(Therapy::carriesOver)
                .forEach(use -> best.merge(use.drug(), use, Treatments::better));
        return best.values().stream().map(Treatments::treatment).toList();
    }

    private static Therapy better(Therapy one, Therapy other) {
        return BEST_LAST.compare(one, other) < 0 ? other : one;
    }

    private static Treatment treatment(Therapy use) {
        return new Treatment(use.drug(), use.use(), use.goesOn() ? Stage.TAKEN : Stage.STILL_ACTING);
    }
}
