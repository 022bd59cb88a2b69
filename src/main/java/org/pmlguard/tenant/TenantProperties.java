package org.pmlguard.tenant;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The tenants as configured: {@code pmlguard.tenants[n].id}, {@code .auth}, {@code .fhir-servers[]}, and so on. */
@ConfigurationProperties("pmlguard")
record TenantProperties(@DefaultValue List<Entry> tenants) {

    /**
     * One tenant.
     *
     * @param id a short name: lower case letters, digits and hyphens
     * @param auth {@code none} or {@code jwt}
     * @param fhirServers the exact base URLs of the FHIR servers it may have us read
     * @param fhir on which terms these are called
     * @param deadline how long after a call came in its answer is due; absent for that of the installation
     */
    record Entry(
            @DefaultValue("") String id,
            @DefaultValue("none") String auth,
            @DefaultValue List<String> fhirServers,
            @DefaultValue Fhir fhir,
            @Nullable Duration deadline) {}

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
