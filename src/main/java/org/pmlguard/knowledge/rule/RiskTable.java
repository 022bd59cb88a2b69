package org.pmlguard.knowledge.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.pmlguard.knowledge.drug.DrugSet;

/**
 * How often PML was seen in groups of patients. No rule uses its numbers.
 *
 * @param published when the source was, as precisely as it says: {@code 2016}
 * @param source who counted, short enough for a card
 * @param counted what a number is a share of: treated patients in a period, patients in a year
 * @param status how far the source was read for the pack; {@code recalled} if not at all
 * @param drugs the ordered drugs it is about
 * @param beside the rules beside which a card may show a number
 * @param unless patients it says nothing about
 * @param cells the groups, the first that fits is the patient's
 */
public record RiskTable(
        String id,
        String version,
        String title,
        String published,
        String source,
        String counted,
        List<String> evidence,
        String status,
        DrugSet drugs,
        Set<String> beside,
        Criterion unless,
        List<Cell> cells) {

    public RiskTable {
        evidence = List.copyOf(evidence);
        beside = Set.copyOf(beside);
        cells = List.copyOf(cells);
    }

    /**
     * A group of patients.
     *
     * @param group who belongs to it, in words
     * @param perThousand cases of PML in 1,000 of them, above 0
     */
    public record Cell(String group, Criterion when, BigDecimal perThousand) {}

    /** Whether nobody has compared it with its source for this pack. */
    public boolean isRecalled() {
        return status.equals("recalled");
    }
}
