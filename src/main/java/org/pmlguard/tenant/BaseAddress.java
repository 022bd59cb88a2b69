package org.pmlguard.tenant;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one spelling of a FHIR base URL, so that two can be compared as text. Whatever different programs read differently
 * (user info, dot segments, encoded slashes, back slashes) is refused, never repaired.
 */
final class BaseAddress {

    private static final Pattern BASE =
            Pattern.compile("(https?)://([^/?#@\\\\]+?)(?::(\\d{1,5}))?((?:/[^?#]*)?)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
    private static final Pattern CROOKED =
            Pattern.compile("//|\\\\|%2e|%2f|%5c|/\\.{1,2}(;[^/]*)?(/|$)", Pattern.CASE_INSENSITIVE);

    private BaseAddress() {}

    /**
     * Reads a base URL.
     *
     * @param plainHttp whether http is good enough for a host that is not this machine
     * @throws IllegalArgumentException if it is none; the message says why and does not repeat it
     */
    static URI canonical(String address, boolean plainHttp) {
        Matcher parts = BASE.matcher(address);
        require(parts.matches(), "must be an absolute http or https base URL without user name, query or fragment");
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        String host = host(parts.group(2));
        require(
                plainHttp || scheme.equals("https") || isThisMachine(host),
                "must use https; http is for this machine only");
        return assembled(scheme, host + port(scheme, parts.group(3)) + path(parts.group(4)));
    }

    /** Whether a host, written as in a URL, is a name or an address of the machine we run on. */
    static boolean isThisMachine(String host) {
        return LOOPBACK.matcher(host).matches();
    }

    /** Whether every program reads the path the same way. */
    static boolean isStraight(String path) {
        return !CROOKED.matcher(path).find();
    }

    static int port(URI address) {
        boolean isDefault = address.getPort() < 0;
        return isDefault ? ("https".equalsIgnoreCase(address.getScheme()) ? 443 : 80) : address.getPort();
    }

    private static String host(String host) {
        try {
            String ascii = host.startsWith("[") ? host : IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES);
            return ascii.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must name a valid host", e);
        }
    }

    private static String port(String scheme, @Nullable String port) {
        if (port == null) {
            return "";
        }
        int number = Integer.parseInt(port);
        require(number >= 1 && number <= 65_535, "must have a port between 1 and 65535");
        return number == (scheme.equals("https") ? 443 : 80) ? "" : ":" + number;
    }

    private static String path(String path) {
        require(isStraight(path), "must have a plain path: no dots, double, encoded or back slashes");
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static URI assembled(String scheme, String rest) {
        URI base = parsed(scheme + "://" + rest);
        require(base.getHost() != null, "must name a valid host");
        return base;
    }

    private static URI parsed(String address) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must be a valid URL", e);
        }
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
