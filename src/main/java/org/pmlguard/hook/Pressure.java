package org.pmlguard.hook;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.pmlguard.cdshooks.Service;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Whether more calls come than can be answered. It is felt by a thread that does nothing but sleep and see how late it wakes:
 * calls that wait for the processor are not counted anywhere, but it waits among them. A server that waits for EHRs is not
 * late, however many calls it holds. A few calls are never too many: then something else takes the processor.
 */
@Component
final class Pressure implements SmartLifecycle {

    private static final Duration BEAT = Duration.ofMillis(10);
    private static final int EXTREME = 2;

    /** What is asked again before anything is final, or has nothing ordered. */
    private static final Set<String> EARLY = Set.of("patient-view", "encounter-start", "order-select");

    private final long patience;
    private final int few;
    private final LongSupplier nanoTime;
    private final AtomicInteger begun = new AtomicInteger();
    private final Thread heart = Thread.ofVirtual().name("pressure").unstarted(this::beat);
    private volatile long late;
    private volatile int calls;
    private volatile long due;

    @Autowired
    Pressure(HookProperties properties) {
        this(properties.overload(), System::nanoTime);
    }

    Pressure(HookProperties.Overload settings, LongSupplier nanoTime) {
        this.patience = settings.lateness().toNanos();
        this.few = settings.calls();
        this.nanoTime = nanoTime;
        this.due = Long.MAX_VALUE;
    }

    /** What can be done for a call to this service that begins now. */
    Effort effort(Service service) {
        int since = begun.incrementAndGet();
        long now = nanoTime.getAsLong();
        long lateness = Math.max(late, now - due);
        if (lateness < patience || Math.max(since, calls) < few) {
            return Effort.FULL;
        }
        boolean isEarly = EARLY.contains(service.hook());
        return isEarly && lateness >= EXTREME * patience ? Effort.NONE : Effort.GLANCE;
    }

    private void beat() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                due = nanoTime.getAsLong() + BEAT.toNanos();
                Thread.sleep(BEAT);
                felt(nanoTime.getAsLong() - due);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One late waking is remembered for a few beats, half as much each time. */
    void felt(long lateness) {
        late = Math.max(lateness, late / 2);
        calls = Math.max(begun.getAndSet(0), calls / 2);
    }

    @Override
    public void start() {
        heart.start();
    }

    @Override
    public void stop() {
        heart.interrupt();
    }

    @Override
    public boolean isRunning() {
        return heart.isAlive();
    }

    /** Before the web server begins, and until it has ended: calls are answered while a server leaves, and nobody is late then. */
    @Override
    public int getPhase() {
        return 1;
    }
}
