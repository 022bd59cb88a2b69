package org.pmlguard.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pmlguard.hook.Rehearsal.Played;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.load.PackLoader;
import org.pmlguard.vitals.Canary.Expected;
import tools.jackson.databind.node.MissingNode;

class CanaryTest {

    private static final Canary RULE = canary(new Expected.RuleSpeaks("PML-001"));
    private static final Canary GAP = canary(new Expected.Incomplete());
    private static final Canary QUIET = canary(new Expected.Silence());

    private static Canary canary(Expected expected) {
        return new Canary("c", expected, MissingNode.getInstance(), MissingNode.getInstance());
    }

    @Test
    void aRuleThatFellSilentIsNoticed() {
        assertThat(RULE.sings(new Played(List.of("PML-001"), 1))).isTrue();
        assertThat(RULE.sings(new Played(List.of("PML-002"), 1))).isFalse();
        assertThat(RULE.sings(new Played(List.of(), 0))).isFalse();
    }

    @Test
    void aCardThatIsNotWrittenIsNoticed() {
        assertThat(RULE.sings(new Played(List.of("PML-001"), 0))).isFalse();
    }

    @Test
    void silenceInsteadOfAnIncompleteCheckIsNoticed() {
        assertThat(GAP.sings(new Played(List.of(), 1))).isTrue();
        assertThat(GAP.sings(new Played(List.of(), 0))).isFalse();
    }

    @Test
    void aCardOnAnyOtherDrugIsNoticed() {
        assertThat(QUIET.sings(new Played(List.of(), 0))).isTrue();
        assertThat(QUIET.sings(new Played(List.of("PML-001"), 1))).isFalse();
    }

    @Test
    void aRuleThatASiteSwitchedOffIsNotWaitedFor() {
        Knowledge knowledge = PackLoader.shipped();
        assertThat(CanaryCalls.shipped()).hasSize(6).allMatch(canary -> canary.concerns(knowledge));
        assertThat(canary(new Expected.RuleSpeaks("PML-999")).concerns(knowledge))
                .isFalse();
    }

    @Test
    void theirDatesMoveWithTheDay() {
        Canary past = CanaryCalls.shipped().getFirst();
        assertThat(new String(
                        CanaryCalls.body(past, LocalDate.of(2030, 5, 31)), java.nio.charset.StandardCharsets.UTF_8))
                .contains("2024-05-31")
                .doesNotContain(" ago");
    }
}
