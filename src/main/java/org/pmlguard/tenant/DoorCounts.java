package org.pmlguard.tenant;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.pmlguard.tenant.token.Fault;

/** Counts who was turned away at the door, by our own words for why. */
final class DoorCounts {

    private final Map<Fault, Counter> faults;
    private final Counter ofTheTenant;
    private final Counter altogether;

    DoorCounts(MeterRegistry registry) {
        Map<Fault, Counter> all = new EnumMap<>(Fault.class);
        for (Fault fault : Fault.values()) {
            all.put(fault, registry.counter("cds.jwt.rejected", "reason", fault.code()));
        }
        this.faults = Collections.unmodifiableMap(all);
        this.ofTheTenant = registry.counter("cds.shed", "mode", "tenant");
        this.altogether = registry.counter("cds.shed", "mode", "server");
    }

    void notTrusted(Fault fault) {
        Counter counter = faults.get(fault);
        if (counter != null) {
            counter.increment();
        }
    }

    void tooMany(TooMany refused) {
        (refused.isOfTheTenant() ? ofTheTenant : altogether).increment();
    }
}
