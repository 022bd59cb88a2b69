package org.pmlguard.hook;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.pmlguard.clinical.Concept;
import org.pmlguard.fhir.FhirVersion;
import org.pmlguard.fhir.ResourceWriter;
import org.pmlguard.fhir.TestOrder;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Makes what is slow the first time while the server starts, beside the rest of it: the FHIR model alone takes longer than
 * a whole answer may. The port opens only when it is done, so no call is answered cold.
 */
@Component
class WarmUp implements SmartLifecycle {

    private final Thread work;

    WarmUp(ResourceWriter resources, Clock clock) {
        LocalDate today = LocalDate.now(clock);
        TestOrder any = new TestOrder(new Concept(List.of(), "warm-up"), "warm-up", today, Optional.empty());
        this.work = Thread.ofPlatform().name("warm-up").start(() -> resources.write(any, FhirVersion.R4));
    }

    @Override
    public void start() {
        try {
            work.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        work.interrupt();
    }

    @Override
    public boolean isRunning() {
        return work.isAlive();
    }

    /** Before the web server, which starts among the last. */
    @Override
    public int getPhase() {
        return 0;
    }
}
