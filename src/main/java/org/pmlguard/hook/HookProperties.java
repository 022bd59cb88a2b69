package org.pmlguard.hook;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the hooks, under {@code pmlguard}.
 *
 * @param deadline how long after a call came in its answer is due; 10 s at most
 * @param maxBody the largest body that is read
 * @param bodyTimeout how long the body may take to arrive
 * @param mostCharts how many charts are read at the same time; a call beyond that is answered without its chart
 * @param overload when there are too many calls
 * @param publicUrl where readers of the cards reach this server; blank or absent for no link
 * @param caseLinks whether cards also link to their case at the review desk
 */
@ConfigurationProperties("pmlguard")
record HookProperties(
        @DefaultValue("450ms") Duration deadline,
        @DefaultValue("5MB") DataSize maxBody,
        @DefaultValue("10s") Duration bodyTimeout,
        @DefaultValue("200") int mostCharts,
        @DefaultValue("") String publicUrl,
        @DefaultValue("false") boolean caseLinks,
        @DefaultValue Overload overload,
        @DefaultValue Cors cors,
        @DefaultValue Knowledge knowledge) {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    HookProperties {
        if (deadline.isNegative() || deadline.isZero() || deadline.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("pmlguard.deadline must be above 0 and at most 10s");
        }
        if (!publicUrl.isBlank() && !publicUrl.matches("https?://[^/?#\\s]+[^?#\\s]*")) {
            throw new IllegalArgumentException("pmlguard.public-url must be an http or https URL without query");
        }
    }

    /** The public URL, closed by a slash so that paths can be added. */
    Optional<URI> publicAddress() {
        return Optional.of(publicUrl.strip())
                .filter(url -> !url.isEmpty())
                .map(url -> URI.create(url.endsWith("/") ? url : url + "/"));
    }

    /** Which browser origins may call; none unless named. */
    record Cors(@DefaultValue List<String> allowedOrigins) {
        Cors {
            allowedOrigins = List.copyOf(allowedOrigins);
            if (allowedOrigins.contains("*")) {
                throw new IllegalArgumentException("pmlguard.cors.allowed-origins takes exact origins, never *");
            }
        }
    }

    /**
     * When calls are answered in less than full.
     *
     * @param lateness how late a thread gets to run before that; twice as late, calls that come before anything is final
     *     are turned away
     * @param calls how many must have begun meanwhile, so that a busy neighbour on the machine is not taken for a crowd
     */
    record Overload(
            @DefaultValue("150ms") Duration lateness,
            @DefaultValue("16") int calls) {}

    /** Where a site keeps its changes to the knowledge pack; empty for the pack as shipped. */
    record Knowledge(@DefaultValue("") String overlay) {}
}
