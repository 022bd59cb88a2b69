package org.pmlguard.cdshooks;

import java.time.Duration;
import java.util.Optional;

/**
 * Where the caller's FHIR server is and how it may be read: {@code fhirServer} and {@code fhirAuthorization} (2.0.1,
 * HTTP Request).
 *
 * <p>Both are the caller's word only; whoever opens a connection must check the address against a list first.
 *
 * @param server the base URL as the caller wrote it
 * @param token absent for an open server, and when the authorization is unusable: another type than Bearer, or expired
 * @param scope the SMART scopes granted, in either syntax
 * @param subject this service's client id at the caller's authorization server
 * @param patient the id of the patient the token is bound to, without its type
 * @param expiresIn the lifetime of the token when it was sent
 */
public record FhirAccess(
        String server,
        Optional<AccessToken> token,
        Optional<String> scope,
        Optional<String> subject,
        Optional<String> patient,
        Optional<Duration> expiresIn) {

    public FhirAccess {
        Rules.text("fhirServer", server);
    }

    /** An open FHIR server. */
    public static FhirAccess open(String server) {
        return new FhirAccess(
                server, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A token without a server is ignored: it could only be sent somewhere it was not meant for. */
    static Optional<FhirAccess> read(Located call) {
        return call.member("fhirServer")
                .filter(server -> server.json().isString())
                .flatMap(Located::text)
                .map(server -> call.member("fhirAuthorization")
                        .map(authorization -> read(server, authorization))
                        .orElseGet(() -> open(server)));
    }

    private static FhirAccess read(String server, Located authorization) {
        Optional<Duration> expiresIn = expiresIn(authorization);
        boolean usable = isBearer(authorization) && expiresIn.stream().allMatch(Duration::isPositive);
        return new FhirAccess(
                server,
                authorization.text("access_token").filter(_ -> usable).map(AccessToken::new),
                authorization.text("scope"),
                authorization.text("subject"),
                authorization.text("patient").flatMap(id -> Ids.bare("Patient", id)),
                expiresIn);
    }

    private static boolean isBearer(Located authorization) {
        return authorization.text("token_type").stream().allMatch("Bearer"::equalsIgnoreCase);
    }

    private static Optional<Duration> expiresIn(Located authorization) {
        return authorization
                .text("expires_in")
                .filter(text -> text.matches("-?\\d{1,12}"))
                .map(Long::valueOf)
                .map(Duration::ofSeconds);
    }

    /** Names the server only: the rest belongs to a patient or a secret. */
    @Override
    public String toString() {
        return "FhirAccess[server=" + server + ", token=" + token + "]";
    }
}
