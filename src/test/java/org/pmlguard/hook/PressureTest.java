package org.pmlguard.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.pmlguard.cdshooks.Service;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/** When a call is answered in less than full, and when not at all. */
class PressureTest {

    private static final Service SIGN = service("pml-order-sign");
    private static final Service SELECT = service("pml-order-select");
    private static final Service VIEW = service("pml-patient-view");

    private final Pressure pressure = new Pressure(new HookProperties.Overload(Duration.ofMillis(50), 3), () -> 0);

    private static Service service(String id) {
        return ServiceFiles.discovery().service(id).orElseThrow();
    }

    private void late(int millis, int calls) {
        for (int n = 0; n < calls; n++) {
            pressure.effort(SIGN);
        }
        pressure.felt(Duration.ofMillis(millis).toNanos());
    }

    @Test
    void aServerThatIsInTimeDoesEverythingHoweverManyCall() {
        late(49, 1_000);
        assertThat(pressure.effort(SIGN)).isEqualTo(Effort.FULL);
    }

    @Test
    void aFewCallsAreNeverTooMany() {
        late(400, 1);
        assertThat(pressure.effort(SIGN)).isEqualTo(Effort.FULL);
    }

    @Test
    void lateUnderManyCallsItLooksAtTheOrdersOnly() {
        late(50, 3);
        assertThat(pressure.effort(SIGN)).isEqualTo(Effort.GLANCE);
        assertThat(pressure.effort(SELECT)).isEqualTo(Effort.GLANCE);
    }

    @Test
    void twiceAsLateItTurnsAwayWhatIsAskedAgainOrOrdersNothing() {
        late(100, 3);
        assertThat(pressure.effort(SELECT)).isEqualTo(Effort.NONE);
        assertThat(pressure.effort(VIEW)).isEqualTo(Effort.NONE);
        assertThat(pressure.effort(SIGN)).isEqualTo(Effort.GLANCE);
    }

    @Test
    void aFewBeatsInTimeAreEnoughToRecover() {
        late(100, 3);
        late(0, 3);
        assertThat(pressure.effort(SIGN)).isEqualTo(Effort.GLANCE);
        late(0, 3);
        assertThat(pressure.effort(SIGN)).isEqualTo(Effort.FULL);
    }

    /** A server that leaves still answers; a heart that had stopped would feel later and later. */
    @Test
    void itFeelsAsLongAsTheWebServerAnswers() {
        assertThat(pressure.getPhase()).isLessThan(WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE);
    }
}
