package org.pmlguard.cdshooks;

/**
 * The bearer token for the caller's FHIR server: to be used for this one call, never stored, shared or logged (2.0.1,
 * FHIR Resource Access).
 */
public final class AccessToken {

    private final String secret;

    /** Takes the token as it came; it must not be blank. */
    public AccessToken(String secret) {
        this.secret = Rules.text("access_token", secret);
    }

    /** The secret itself, for the {@code Authorization} header and nothing else. */
    public String reveal() {
        return secret;
    }

    @Override
    public String toString() {
        return "***";
    }
}
