package org.pmlguard.tenant;

import java.net.InetAddress;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A FHIR server we may call, registered by the people who run PML Guard. What a caller sends is only ever compared with
 * it; connections go to the registered address.
 *
 * @param base the base URL in its canonical form: no closing slash, no default port, the host in lower case
 * @param terms on which it is called
 */
public record FhirServer(URI base, Terms terms) {

    /**
     * On which terms a server is called.
     *
     * @param privateNetwork whether its name may stand for an address of a private network or of this machine
     * @param plainHttp whether it may be called without TLS
     * @param postSearch whether it takes searches by POST, which keeps patients out of the addresses it logs
     */
    public record Terms(boolean privateNetwork, boolean plainHttp, boolean postSearch) {

        /** A public address, TLS, and GET, which every server knows. */
        public static final Terms STRICT = new Terms(false, false, false);
    }

    public FhirServer {
        base = BaseAddress.canonical(base.toString(), terms.plainHttp());
        requireAllowed(base, terms);
    }

    /**
     * The server at an address, on strict terms.
     *
     * @throws IllegalArgumentException if that is no base URL we would ever call; the message says why
     */
    public static FhirServer at(String address) {
        return at(address, Terms.STRICT);
    }

    /**
     * The server at an address.
     *
     * @throws IllegalArgumentException if that is no base URL we would call on these terms; the message says why
     */
    public static FhirServer at(String address, Terms terms) {
        return new FhirServer(BaseAddress.canonical(address, terms.plainHttp()), terms);
    }

    /** Whether an address means exactly this server. Text that is no base URL means none. */
    public boolean matches(String asSent) {
        try {
            return BaseAddress.canonical(asSent, terms.plainHttp()).toString().equals(base.toString());
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

    /**
     * Whether a connection may go to an IP address that its name was looked up to. Link-local and metadata addresses never
     * may; loopback addresses may if the registered host says so itself.
     */
    public boolean allows(InetAddress address) {
        if (Networks.isNeverAllowed(address)) {
            return false;
        }
        return BaseAddress.isThisMachine(base.getHost())
                ? address.isLoopbackAddress()
                : terms.privateNetwork() || !Networks.isPrivate(address);
    }

    /** An address written out is judged where it is registered; a name, each time it is looked up. */
    private static void requireAllowed(URI base, Terms terms) {
        InetAddress address = literal(base.getHost());
        if (address == null || BaseAddress.isThisMachine(base.getHost())) {
            return;
        }
        if (Networks.isNeverAllowed(address)) {
            throw new IllegalArgumentException("must not be a link-local, multicast or metadata address");
        }
        if (Networks.isPrivate(address) && !terms.privateNetwork()) {
            throw new IllegalArgumentException("is in a private network, which must be allowed explicitly");
        }
    }

    private static @Nullable InetAddress literal(String host) {
        try {
            return InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", ""));
        } catch (IllegalArgumentException e) {
            return null;
        }
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

    /** Its base URL. */
    @Override
    public String toString() {
        return base.toString();
    }
}
