package org.pmlguard.fhir;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.pmlguard.tenant.FhirServer;

/**
 * Gives the addresses a connection to one FHIR server may go to. The connection is made to these very addresses: nothing
 * looks the name up a second time, so it cannot mean something else by then.
 */
final class CheckedResolver implements DnsResolver {

    private final FhirServer server;
    private final Names names;

    CheckedResolver(FhirServer server, Names names) {
        this.server = server;
        this.names = names;
    }

    /** The name stands for no address that may be connected to. */
    static final class NotAllowed extends UnknownHostException {

        private static final long serialVersionUID = 1L;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        if (!bare(server.base().getHost()).equalsIgnoreCase(bare(host))) {
            throw new NotAllowed();
        }
        InetAddress[] allowed =
                Stream.of(names.resolve(host)).filter(server::allows).toArray(InetAddress[]::new);
        if (allowed.length == 0) {
            throw new NotAllowed();
        }
        return allowed;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private static String bare(String host) {
        return host.replaceAll("[\\[\\]]", "");
    }
}
