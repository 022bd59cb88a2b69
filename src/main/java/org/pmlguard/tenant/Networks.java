package org.pmlguard.tenant;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Kinds of IP addresses, by the special-purpose registries of IANA (RFC 6890). An IPv6 address that only wraps an IPv4
 * address is of the kind of what it wraps.
 */
final class Networks {

    /** Where the machines of a link or a cloud tell secrets to whoever asks. No FHIR server stands there, whatever is allowed. */
    private static final List<Network> NEVER = networks(
            "0.0.0.0/8",
            "100.100.100.200/32",
            "168.63.129.16/32",
            "169.254.0.0/16",
            "192.0.0.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "::/128",
            "fd00:ec2::/32",
            "fd20:ce::/32",
            "fe80::/10",
            "fec0::/10",
            "ff00::/8");

    /** Addresses of a site, of the machine itself, and those that exist in tests and books only. */
    private static final List<Network> PRIVATE = networks(
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "172.16.0.0/12",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "::/104",
            "100::/64",
            "2001::/23",
            "2001:db8::/32",
            "3fff::/20",
            "5f00::/16",
            "fc00::/7");

    /** {@code ::1} and its like mean themselves. */
    private static final Network SMALL = Network.of("::/104");

    private static final Network SIX_TO_FOUR = Network.of("2002::/16");

    /** Those whose last four bytes are an IPv4 address: NAT64 and translated ones, and the compatible ones of old. */
    private static final List<Network> WRAPPING =
            networks("64:ff9b::/96", "64:ff9b:1::/48", "::ffff:0:0:0/96", "::/96");

    private Networks() {}

    static boolean isNeverAllowed(InetAddress address) {
        return isIn(NEVER, address);
    }

    static boolean isPrivate(InetAddress address) {
        return isIn(PRIVATE, address);
    }

    private static boolean isIn(List<Network> networks, InetAddress address) {
        byte[] bytes = address.getAddress();
        return contain(networks, bytes) || contain(networks, unwrapped(bytes));
    }

    private static boolean contain(List<Network> networks, byte[] address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static byte[] unwrapped(byte[] address) {
        if (SIX_TO_FOUR.contains(address)) {
            return Arrays.copyOfRange(address, 2, 6);
        }
        return contain(WRAPPING, address) && !SMALL.contains(address) ? Arrays.copyOfRange(address, 12, 16) : address;
    }

    private static List<Network> networks(String... cidrs) {
        return Stream.of(cidrs).map(Network::of).toList();
    }
}
