package org.pmlguard.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.pmlguard.connect.check.Report;

class LastRunTest {

    private static final URI SERVER = URI.create("http://localhost:8320");

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger runs = new AtomicInteger();

    private Report run(URI server) {
        runs.incrementAndGet();
        return new Report("run " + runs.get(), List.of(), List.of());
    }

    @Test
    void whoeverAsksWithinTenMinutesIsShownTheSameRun() {
        LastRun last = new LastRun(this::run, now::get);
        last.of(SERVER);
        now.set(LastRun.HOLDS.toNanos());
        assertThat(last.of(SERVER)).map(Report::title).contains("run 1");
        now.set(LastRun.HOLDS.toNanos() + 1);
        assertThat(last.of(SERVER)).map(Report::title).contains("run 2");
    }

    @Test
    void whoeverAsksDuringARunStartsNoSecondOne() throws InterruptedException {
        AtomicReference<LastRun> last = new AtomicReference<>();
        AtomicReference<Boolean> wasTurnedAway = new AtomicReference<>(false);
        last.set(new LastRun(
                server -> {
                    Thread other = Thread.ofVirtual()
                            .start(() -> wasTurnedAway.set(last.get().of(SERVER).isEmpty()));
                    join(other);
                    return run(server);
                },
                now::get));
        last.get().of(SERVER);
        assertThat(wasTurnedAway.get()).isTrue();
        assertThat(runs).hasValue(1);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
