package org.pmlguard.hook;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.pmlguard.clinical.Concept;
import org.pmlguard.fhir.ResourceWriter;
import org.pmlguard.fhir.TestOrder;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Makes what is slow the first time while the server starts, beside the rest of it: the FHIR model alone takes longer than
 * a whole answer may.
 */
@Component
class WarmUp {

    private final Thread work;

    WarmUp(ResourceWriter resources, Clock clock) {
        LocalDate today = LocalDate.now(clock);
        TestOrder any = new TestOrder(new Concept(List.of(), "warm-up"), "warm-up", today, Optional.empty());
        this.work = Thread.ofPlatform().name("warm-up").start(() -> resources.write(any));
    }

    /** No call is answered cold. */
    @EventListener(ApplicationStartedEvent.class)
    void finish() throws InterruptedException {
        work.join();
    }
}
