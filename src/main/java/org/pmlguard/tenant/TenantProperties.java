package org.pmlguard.tenant;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The tenants as configured: {@code pmlguard.tenants[n].id}, {@code .auth}, {@code .fhir-servers[]}. */
@ConfigurationProperties("pmlguard")
record TenantProperties(@DefaultValue List<Entry> tenants) {

    /**
     * One tenant.
     *
     * @param id a short name: lower case letters, digits and hyphens
     * @param auth {@code none} or {@code jwt}
     * @param fhirServers the exact base URLs of the FHIR servers it may have us read
     */
    record Entry(
            @DefaultValue("") String id,
            @DefaultValue("none") String auth,
            @DefaultValue List<String> fhirServers) {}
}
