package org.pmlguard.fhir;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.pmlguard.cdshooks.AccessToken;
import org.pmlguard.cdshooks.Call;
import org.pmlguard.cdshooks.FhirAccess;
import org.pmlguard.clinical.Gap;
import org.pmlguard.tenant.FhirServer;
import org.pmlguard.tenant.Tenant;

/** Decides whether a call may have us connect to its FHIR server: only to one that is registered for its tenant. */
public final class Gate implements AutoCloseable {

    private static final Pattern HEADER_SAFE = Pattern.compile("[\\x21-\\x7E]+");

    /** What it takes to write the cards once everything is known. */
    private static final Duration RESERVE = Duration.ofMillis(40);

    private final OutboundCounts counts;
    private final Limits limits;
    private final Names names;
    private final Clock clock;
    private final Semaphore places;
    private final Map<Destination, Line> lines = new ConcurrentHashMap<>();

    /** A way out that nobody counts. */
    public Gate() {
        this(new CompositeMeterRegistry());
    }

    /** A way out whose questions are counted and timed. */
    public Gate(MeterRegistry registry) {
        this(Limits.DEFAULT, Names.system(), Clock.systemUTC(), new OutboundCounts(registry));
    }

    Gate(Limits limits, Names names, Clock clock) {
        this(limits, names, clock, new OutboundCounts(new CompositeMeterRegistry()));
    }

    private Gate(Limits limits, Names names, Clock clock, OutboundCounts counts) {
        this.counts = counts;
        this.limits = limits;
        this.names = names;
        this.clock = clock;
        this.places = new Semaphore(limits.overall(), true);
    }

    /** Tenants share nothing, not even a connection to the same server. */
    private record Destination(String tenant, FhirServer server) {}

    /** The way out for a call, good until the deadline. */
    public Outbound open(Call call, Tenant tenant, Deadline deadline) {
        return open(call, tenant, deadline, attempt -> {});
    }

    /** The same, with somebody who hears of every attempt. */
    Outbound open(Call call, Tenant tenant, Deadline deadline, Consumer<Attempt> witness) {
        return call.fhir()
                .map(access -> open(access, call, tenant, deadline, witness))
                .orElseGet(() -> Outbound.none(Gap.Cause.NOT_SENT));
    }

    private Outbound open(FhirAccess access, Call call, Tenant tenant, Deadline deadline, Consumer<Attempt> witness) {
        Optional<FhirServer> server = tenant.server(access.server());
        if (server.isEmpty()) {
            counts.blocked(Gap.Cause.SERVER_NOT_REGISTERED);
            return Outbound.none(Gap.Cause.SERVER_NOT_REGISTERED);
        }
        Deadline early = deadline.lessReserve(RESERVE);
        return new Ehr(line(tenant, server.get()), token(access, call), early, new Allowance(limits, early), witness);
    }

    private Line line(Tenant tenant, FhirServer server) {
        return lines.computeIfAbsent(
                new Destination(tenant.id(), server),
                to -> new Line(
                        server,
                        new Wire(server, names, limits),
                        new Places(limits.perServer(), places),
                        counts.of(tenant),
                        clock));
    }

    /** A token that is bound to another patient, or could break out of its header, is not used. */
    private static Optional<AccessToken> token(FhirAccess access, Call call) {
        boolean ours = access.patient().isEmpty()
                || access.patient().equals(call.context().patientId());
        return access.token()
                .filter(token -> ours && HEADER_SAFE.matcher(token.reveal()).matches());
    }

    /** Drops every connection. */
    @Override
    public void close() {
        lines.values().forEach(Line::close);
    }
}
