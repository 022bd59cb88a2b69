package org.pmlguard.tenant;

import java.net.URI;

/**
 * A FHIR server we may call, registered by the people who run PML Guard. What a caller sends is only ever compared with
 * it; connections go to the registered address.
 *
 * @param base the base URL in its canonical form: no closing slash, no default port, the host in lower case
 */
public record FhirServer(URI base) {

    public FhirServer {
        base = BaseAddress.canonical(base.toString());
    }

    /**
     * The server at an address.
     *
     * @throws IllegalArgumentException if that is no base URL we would ever call; the message says why
     */
    public static FhirServer at(String address) {
        return new FhirServer(BaseAddress.canonical(address));
    }

    /** Whether an address means exactly this server. Text that is no base URL means none. */
    public boolean matches(String asSent) {
        try {
            return BaseAddress.canonical(asSent).toString().equals(base.toString());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether an address lies on this server: the same origin, at or below the base path, and without a way out of it. */
    public boolean contains(URI address) {
        return hasOriginOf(address)
                && address.getRawUserInfo() == null
                && address.getRawFragment() == null
                && isAtOrBelow(address.getRawPath());
    }

    private boolean hasOriginOf(URI address) {
        return base.getScheme().equalsIgnoreCase(address.getScheme())
                && base.getHost().equalsIgnoreCase(address.getHost())
                && BaseAddress.port(base) == BaseAddress.port(address);
    }

    private boolean isAtOrBelow(String path) {
        boolean below = path.equals(base.getRawPath()) || path.startsWith(base.getRawPath() + "/");
        return below && BaseAddress.isStraight(path);
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
