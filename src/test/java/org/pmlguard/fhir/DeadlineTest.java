package org.pmlguard.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    @Test
    void timeRunsDownToZeroAndNeverBelow() {
        AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
        Deadline deadline = Deadline.in(Duration.ofNanos(100), clock::get);
        clock.addAndGet(40);
        assertThat(deadline.remaining()).isEqualTo(Duration.ofNanos(60));
        assertThat(deadline.expired()).isFalse();
        clock.addAndGet(1_000);
        assertThat(deadline.remaining()).isZero();
        assertThat(deadline.expired()).isTrue();
    }
}
