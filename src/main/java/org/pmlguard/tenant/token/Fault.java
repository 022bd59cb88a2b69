package org.pmlguard.tenant.token;

import java.util.Locale;

/** Why a call is not trusted. For our log and metrics only; the caller is told nothing. */
public enum Fault {
    /** No bearer token, or more than one. */
    NO_TOKEN,
    /** Not a signed token in the compact form, or a claim of the wrong kind. */
    MALFORMED,
    /** An algorithm that is not allowed for the tenant. */
    ALGORITHM,
    /** An issuer that is not registered. */
    ISSUER,
    /** A tenant claim that is not the registered one. */
    TENANT,
    /** Not made for the address that was called. */
    AUDIENCE,
    /** Expired, not yet valid, or valid for too long. */
    TIME,
    /** A key that the tenant has not published, or a key address that is not the registered one. */
    KEY,
    /** A signature that does not fit. */
    SIGNATURE,
    /** Used before. */
    REPLAY;

    /** A stable name for logs: {@code no-token}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
