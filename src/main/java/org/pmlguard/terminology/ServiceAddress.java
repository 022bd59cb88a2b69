package org.pmlguard.terminology;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** The address of a terminology service as a site writes it. */
final class ServiceAddress {

    static final String RULE =
            "must be an https base URL without user name, query or fragment; http is for this machine only";

    private static final Pattern BASE = Pattern.compile("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~-]+)*/?");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}");

    private ServiceAddress() {}

    /** The base without a closing slash; empty if it breaks the rule. */
    static Optional<URI> of(String address) {
        String plain = address.strip().replaceFirst("/$", "");
        return Optional.of(plain)
                .filter(base -> BASE.matcher(base).matches() && !base.contains("/.."))
                .map(URI::create)
                .filter(base -> base.getHost() != null)
                .filter(base -> base.getScheme().equals("https")
                        || LOOPBACK.matcher(base.getHost()).matches());
    }
}
