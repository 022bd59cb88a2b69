package org.pmlguard.fhir;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.pmlguard.clinical.Gap;
import org.pmlguard.tenant.Tenant;

/** Counts and times what is asked of FHIR servers: labels are the ids of tenants and our own words, never an address. */
final class OutboundCounts {

    private final MeterRegistry registry;

    OutboundCounts(MeterRegistry registry) {
        this.registry = registry;
    }

    /** A call that would have led us to a server or an address that is not allowed. */
    void blocked(Gap.Cause why) {
        registry.counter("cds.outbound.blocked", "reason", why.code()).increment();
    }

    OfTenant of(Tenant tenant) {
        return new OfTenant(tenant.id());
    }

    /** The questions asked for one tenant. */
    final class OfTenant {

        private final String tenant;

        private OfTenant(String tenant) {
            this.tenant = tenant;
        }

        void asked(Question question, Fetched fetched, Duration took) {
            Timer.builder("cds.fhir.requests")
                    .description("Questions to FHIR servers, also those that were not let out")
                    .tag("tenant", tenant)
                    .tag("op", operation(question))
                    .tag("result", result(fetched))
                    .register(registry)
                    .record(took);
            if (fetched instanceof Fetched.Nothing nothing && nothing.why() == Gap.Cause.ADDRESS_NOT_ALLOWED) {
                blocked(nothing.why());
            }
        }

        private static String operation(Question question) {
            return question.form().isPresent() || question.address().getRawQuery() != null ? "search" : "read";
        }

        private static String result(Fetched fetched) {
            return switch (fetched) {
                case Fetched.Resource resource -> "ok";
                case Fetched.Nothing nothing -> nothing.why().code();
            };
        }
    }
}
