package org.pmlguard.fhir;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads addresses as FHIR servers write them. */
final class Address {

    /** Characters that servers leave bare in a query, though a URI must not hold them. */
    private static final Pattern BARE = Pattern.compile("[ \"<>\\\\^`{|}]");

    private Address() {}

    /** The address, in ASCII; empty if it is none. */
    static Optional<URI> lenient(String address) {
        int query = address.indexOf('?') + 1;
        try {
            return Optional.of(URI.create(
                    URI.create(query == 0 ? address : encoded(address, query)).toASCIIString()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String encoded(String address, int query) {
        String bare = address.substring(query);
        return address.substring(0, query)
                + BARE.matcher(bare)
                        .replaceAll(
                                found -> "%%%02X".formatted((int) found.group().charAt(0)));
    }
}
