package org.pmlguard.fhir;

import java.net.http.HttpClient;
import java.util.Optional;
import java.util.concurrent.Executors;
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

    private final Limits limits;
    private final HttpClient client;

    public Gate() {
        this(Limits.DEFAULT);
    }

    Gate(Limits limits) {
        this.limits = limits;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limits.connect())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /** The way out for a call, good until the deadline. */
    public Outbound open(Call call, Tenant tenant, Deadline deadline) {
        return call.fhir()
                .map(access -> open(access, call, tenant, deadline))
                .orElseGet(() -> Outbound.none(Gap.Cause.NOT_SENT));
    }

    private Outbound open(FhirAccess access, Call call, Tenant tenant, Deadline deadline) {
        Optional<FhirServer> server = tenant.server(access.server());
        return server.isPresent()
                ? new Ehr(client, server.get(), token(access, call), deadline, limits)
                : Outbound.none(Gap.Cause.SERVER_NOT_REGISTERED);
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
        client.shutdownNow();
    }
}
