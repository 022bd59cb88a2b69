package org.pmlguard.connect.golive;

import java.util.List;
import java.util.Optional;

/**
 * What a site hands in to be checked. It is used and dropped; nothing of it is shown but what is no secret and no patient's.
 *
 * @param tenant the id of the tenant
 * @param token a token of the EHR to us, from the {@code Authorization} header of a call
 * @param call the body of a call as the EHR sends it
 * @param fhirToken an access token for the FHIR server, if the call has none
 * @param scopes what that token may read, if the call does not say it
 * @param patient the id of a test patient, if the call has none
 * @param codes of ordered drugs, one a line: {@code system|code|name}
 * @param mostUnmapped how many of 100 orders may have a drug that nobody here could recognise
 */
public record Evidence(
        String tenant,
        Optional<String> token,
        Optional<String> call,
        Optional<String> fhirToken,
        Optional<String> scopes,
        Optional<String> patient,
        List<String> codes,
        int mostUnmapped) {

    public Evidence {
        codes = List.copyOf(codes);
    }

    /** Names the tenant only. */
    @Override
    public String toString() {
        return "Evidence[" + tenant + "]";
    }
}
