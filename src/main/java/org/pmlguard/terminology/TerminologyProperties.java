package org.pmlguard.terminology;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The look-up of unknown drug codes, under {@code pmlguard.terminology}.
 *
 * @param service whom to ask; nobody unless named
 * @param address base URL of the service; for RxNav it has a default
 * @param patience how long a call waits for its codes, and again for those of the chart; at most 10 s
 * @param timeout how long one question may take before it is given up
 * @param mostCodes how many codes of a call are looked up, and again of the chart
 * @param failures after so many failures in a row the service is left alone
 * @param pause for so long
 */
@ConfigurationProperties("pmlguard.terminology")
record TerminologyProperties(
        @DefaultValue("none") Service service,
        @DefaultValue("") String address,
        @DefaultValue("150ms") Duration patience,
        @DefaultValue("2s") Duration timeout,
        @DefaultValue("10") int mostCodes,
        @DefaultValue("3") int failures,
        @DefaultValue("1m") Duration pause,
        @DefaultValue Cache cache) {

    private static final Duration LONGEST_PATIENCE = Duration.ofSeconds(10);
    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(30);
    private static final String RXNAV = "https://rxnav.nlm.nih.gov";

    TerminologyProperties {
        require(isWithin(patience, LONGEST_PATIENCE), "patience must be above 0 and at most 10s");
        require(isWithin(timeout, LONGEST_TIMEOUT), "timeout must be above 0 and at most 30s");
        require(isWithin(pause, Duration.ofDays(1)), "pause must be above 0 and at most 1d");
        require(mostCodes >= 1 && mostCodes <= 50, "most-codes must be between 1 and 50");
        require(failures >= 1 && failures <= 100, "failures must be between 1 and 100");
        require(service != Service.FHIR || !address.isBlank(), "address must name the FHIR terminology server");
        require(address.isBlank() || ServiceAddress.of(address).isPresent(), "address " + ServiceAddress.RULE);
    }

    /** Whom to ask. */
    enum Service {
        NONE,
        RXNAV,
        FHIR
    }

    /**
     * What is remembered of its answers.
     *
     * @param size how many codes
     * @param knownFor how long what a code means
     * @param unknownFor how long that the service does not know it
     */
    record Cache(
            @DefaultValue("10000") int size,
            @DefaultValue("7d") Duration knownFor,
            @DefaultValue("1d") Duration unknownFor) {
        Cache {
            require(size >= 1 && size <= 1_000_000, "cache.size must be between 1 and 1000000");
            require(isWithin(knownFor, Duration.ofDays(365)), "cache.known-for must be above 0 and at most 365d");
            require(isWithin(unknownFor, Duration.ofDays(365)), "cache.unknown-for must be above 0 and at most 365d");
        }
    }

    URI base() {
        return Optional.of(address)
                .filter(given -> !given.isBlank())
                .or(() -> Optional.of(RXNAV))
                .flatMap(ServiceAddress::of)
                .orElseThrow();
    }

    private static boolean isWithin(Duration time, Duration longest) {
        return time.isPositive() && time.compareTo(longest) <= 0;
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("pmlguard.terminology." + rule);
        }
    }
}
