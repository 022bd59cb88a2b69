package org.pmlguard.tenant;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One tenant as it is written: under {@code pmlguard.tenants[n]}, or as a file of the tenants' directory.
 *
 * @param id a short name: lower case letters, digits and hyphens
 * @param auth {@code none} or {@code jwt}
 * @param issuer the {@code iss} of its tokens
 * @param jwks its key set itself, as JSON
 * @param jwksFile a file with the key set
 * @param jku the address at which it publishes its key set
 * @param algorithms the algorithms it may sign with
 * @param audiences base URLs, beside the public one, by which its EHRs call us
 * @param tenantClaim the {@code tenant} its tokens carry
 * @param tokenLifetime how long its tokens may be valid; 60 min at most
 * @param fhirServers the exact base URLs of the FHIR servers it may have us read
 * @param fhir on which terms these are called
 * @param hooks the hooks it may call; none for all
 * @param deadline how soon its answers are due, if not as everybody's
 * @param callsPerSecond calls a second, on each replica; 0 for no limit
 * @param callsAtOnce calls answered at the same time, on each replica; 0 for no limit
 * @param mode {@code live} or {@code shadow}
 * @param reviewTasks whether answers at signing put a task for the pharmacist into the EHR
 */
record TenantEntry(
        @DefaultValue("") String id,
        @DefaultValue("none") String auth,
        @DefaultValue("") String issuer,
        @DefaultValue("") String jwks,
        @DefaultValue("") String jwksFile,
        @DefaultValue("") String jku,

        @DefaultValue({"ES384", "RS384", "ES256", "RS256", "PS256", "PS384"})
        List<String> algorithms,

        @DefaultValue List<String> audiences,
        @DefaultValue("") String tenantClaim,
        @DefaultValue("5m") Duration tokenLifetime,
        @DefaultValue List<String> fhirServers,
        @DefaultValue Fhir fhir,
        @DefaultValue List<String> hooks,
        @Nullable Duration deadline,
        @DefaultValue("200") int callsPerSecond,
        @DefaultValue("100") int callsAtOnce,
        @DefaultValue("live") String mode,
        @DefaultValue("false") boolean reviewTasks) {

    /**
     * On which terms the FHIR servers of a tenant are called, as {@link FhirServer.Terms}.
     *
     * @param privateNetwork whether their names may stand for addresses of a private network
     * @param plainHttp whether they may be called without TLS
     * @param postSearch whether they take searches by POST
     */
    record Fhir(
            @DefaultValue("false") boolean privateNetwork,
            @DefaultValue("false") boolean plainHttp,
            @DefaultValue("false") boolean postSearch) {

        FhirServer.Terms terms() {
            return new FhirServer.Terms(privateNetwork, plainHttp, postSearch);
        }
    }
}
