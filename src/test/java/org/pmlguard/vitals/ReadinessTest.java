package org.pmlguard.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.load.PackLoader;
import org.springframework.boot.health.contributor.Status;

class ReadinessTest {

    private static final Knowledge SHIPPED = PackLoader.shipped();

    private static Status status(Knowledge knowledge) {
        return Objects.requireNonNull(new VitalsConfiguration()
                        .knowledgeHealthIndicator(knowledge)
                        .health())
                .getStatus();
    }

    @Test
    void aServerWithoutRulesIsNotReady() {
        assertThat(status(SHIPPED)).isEqualTo(Status.UP);
        assertThat(status(withoutRules())).isEqualTo(Status.DOWN);
    }

    private static Knowledge withoutRules() {
        return new Knowledge(
                SHIPPED.edition(),
                SHIPPED.drugs(),
                SHIPPED.conditions(),
                SHIPPED.tests(),
                SHIPPED.procedures(),
                SHIPPED.relations(),
                SHIPPED.defaults(),
                SHIPPED.settings(),
                List.of(),
                SHIPPED.figures(),
                SHIPPED.advice(),
                SHIPPED.overrideReasons(),
                SHIPPED.evidence());
    }
}
