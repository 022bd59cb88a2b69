package org.pmlguard.knowledge.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pmlguard.knowledge.drug.DrugSet;

/** Which table of risk a card shows a number from. */
class FiguresTest {

    private static final RiskTable SEEN = table("seen", "secondary-source");
    private static final RiskTable FROM_MEMORY = table("from-memory", "recalled");

    @Test
    void theChosenTableIsShown() {
        assertThat(new Figures(List.of(FROM_MEMORY, SEEN), "seen", false).shown())
                .contains(SEEN);
    }

    @Test
    void noneIsShownWhereNoneIsChosen() {
        assertThat(new Figures(List.of(SEEN), "none", true).shown()).isEmpty();
    }

    @Test
    void aTableFromMemoryIsShownOnlyOnceASiteHasConfirmedIt() {
        assertThat(new Figures(List.of(FROM_MEMORY), "from-memory", false).shown())
                .isEmpty();
        assertThat(new Figures(List.of(FROM_MEMORY), "from-memory", true).shown())
                .contains(FROM_MEMORY);
    }

    private static RiskTable table(String id, String status) {
        return new RiskTable(
                id,
                "1.0.0",
                id,
                "2016",
                id,
                "patients",
                List.of("S10"),
                status,
                new DrugSet(List.of("natalizumab"), Set.of("natalizumab")),
                Set.of("PML-019"),
                new Criterion.JcvUnreliable(),
                List.of());
    }
}
