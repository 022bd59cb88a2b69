package org.pmlguard.connect.golive;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.pmlguard.cdshooks.AccessToken;
import org.pmlguard.cdshooks.Call;
import org.pmlguard.cdshooks.CallReader;
import org.pmlguard.cdshooks.Context;
import org.pmlguard.cdshooks.Discovery;
import org.pmlguard.cdshooks.FhirAccess;
import org.pmlguard.cdshooks.Ids;
import org.pmlguard.cdshooks.Prefetch;
import org.pmlguard.cdshooks.Service;
import org.pmlguard.tenant.FhirServer;
import org.pmlguard.tenant.Tenant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The call that is rehearsed: the one the EHR sent, or one put together from the registration and what was given.
 *
 * @param service the service it is addressed to
 * @param call without its prefetch, so that everything is asked of the FHIR server
 */
record AsCalled(Service service, Call call) {

    private static final String SIGN = "order-sign";

    /**
     * The call to rehearse.
     *
     * @throws org.pmlguard.cdshooks.BadCall if the call that was given is none
     * @throws IllegalArgumentException if it is not JSON, or of a hook that no service has
     */
    static AsCalled of(Evidence evidence, Tenant tenant, Discovery discovery) {
        return evidence.call().isPresent()
                ? sent(evidence, evidence.call().get(), discovery)
                : new AsCalled(service(SIGN, discovery), made(evidence, tenant));
    }

    private static AsCalled sent(Evidence evidence, String body, Discovery discovery) {
        Service service = service(hook(body), discovery);
        Call call = new CallReader()
                .read(body.getBytes(StandardCharsets.UTF_8), service)
                .withPrefetch(Prefetch.none());
        boolean hasToken = call.fhir().flatMap(FhirAccess::token).isPresent();
        return new AsCalled(service, hasToken ? call : withToken(call, evidence));
    }

    private static String hook(String body) {
        try {
            JsonNode json = JsonMapper.shared().readTree(body);
            return json.path("hook").asString("");
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the call is not JSON", e);
        }
    }

    private static Service service(String hook, Discovery discovery) {
        return discovery.services().stream()
                .filter(service -> service.hook().equals(hook))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the call is of a hook that no service has"));
    }

    private static Call withToken(Call call, Evidence evidence) {
        return new Call(
                call.hook(),
                call.hookInstance(),
                call.fhir().map(access -> access(access.server(), evidence)),
                call.context(),
                call.prefetch());
    }

    private static Call made(Evidence evidence, Tenant tenant) {
        return new Call(
                SIGN,
                Optional.empty(),
                tenant.servers().stream().findFirst().map(FhirServer::toString).map(server -> access(server, evidence)),
                new Context.OrderSign(new Ids(evidence.patient(), Optional.empty(), Optional.empty()), List.of()),
                Prefetch.none());
    }

    private static FhirAccess access(String server, Evidence evidence) {
        return new FhirAccess(
                server,
                evidence.fhirToken().map(AccessToken::new),
                evidence.scopes(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    boolean hasServer() {
        return call.fhir().isPresent();
    }

    boolean hasPatient() {
        return call.context().patientId().isPresent();
    }

    /** What the token may read, as far as that is known. */
    Optional<String> scopes(Evidence evidence) {
        return call.fhir().flatMap(FhirAccess::scope).or(evidence::scopes);
    }
}
