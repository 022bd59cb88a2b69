package org.pmlguard.tenant;

import java.math.BigInteger;
import java.net.InetAddress;

/**
 * All IP addresses of one length that share their first bits.
 *
 * @param start the shared bits as a number
 * @param bits how many are shared
 * @param length of an address, in bits: 32 or 128
 */
record Network(BigInteger start, int bits, int length) {

    /** The network in CIDR notation: {@code 10.0.0.0/8}. */
    static Network of(String cidr) {
        int slash = cidr.indexOf('/');
        byte[] address = InetAddress.ofLiteral(cidr.substring(0, slash)).getAddress();
        int bits = Integer.parseInt(cidr.substring(slash + 1));
        return new Network(first(bits, address), bits, address.length * 8);
    }

    /** Whether an address, in network byte order, is one of them. */
    boolean contains(byte[] address) {
        return address.length * 8 == length && first(bits, address).equals(start);
    }

    private static BigInteger first(int bits, byte[] address) {
        return new BigInteger(1, address).shiftRight(address.length * 8 - bits);
    }
}
