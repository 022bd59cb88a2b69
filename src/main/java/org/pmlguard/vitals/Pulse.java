package org.pmlguard.vitals;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;

/** Looks at what has to be looked at now and then, on a thread of its own; the first time while the server starts. */
final class Pulse implements SmartLifecycle, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

    private final VitalsProperties settings;
    private final Canaries canaries;
    private final BacklogGauges backlog;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("vitals").daemon().factory());
    private volatile boolean running;

    Pulse(VitalsProperties settings, Canaries canaries, BacklogGauges backlog) {
        this.settings = settings;
        this.canaries = canaries;
        this.backlog = backlog;
    }

    @Override
    public void start() {
        running = true;
        every(settings.canariesEvery(), canaries::play);
        every(settings.backlogEvery(), backlog::count);
    }

    private void every(Duration pause, Runnable look) {
        if (!pause.isZero()) {
            var _ = clockwork.scheduleWithFixedDelay(() -> safely(look), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** What is thrown would end the schedule without a word. */
    private static void safely(Runnable look) {
        try {
            look.run();
        } catch (RuntimeException e) {
            LOG.warn("vital signs not taken kind={}", e.getClass().getName());
        }
    }

    @Override
    public void stop() {
        running = false;
        clockwork.shutdownNow();
    }

    @Override
    public void destroy() {
        clockwork.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the ledger was opened and the FHIR model made. */
    @Override
    public int getPhase() {
        return 2;
    }
}
