package org.pmlguard.connect.selftest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pmlguard.connect.check.Check;
import org.pmlguard.connect.check.Result;

/** What the way to the server must be like: TLS, browsers, what answers tell. */
final class WireChecks {

    private static final String STRANGER = "https://stranger.pml-guard.example";

    private final Target target;
    private final Samples samples;
    private final Doorway door;
    private final Optional<String> origin;

    /** @param origin a browser origin that may call; absent if none is known */
    WireChecks(Target target, Samples samples, Doorway door, Optional<String> origin) {
        this.target = target;
        this.samples = samples;
        this.door = door;
        this.origin = origin;
    }

    List<Check> all() {
        return List.of(
                new Check("WIRE-01", "Everything goes over TLS 1.2 or newer", "2.0 Security and Safety", this::tls),
                new Check(
                        "WIRE-02",
                        "A browser's preflight of an allowed origin is answered without a token",
                        "2.0 Cross-Origin Resource Sharing",
                        this::preflight),
                new Check(
                        "WIRE-03",
                        "An origin that is not allowed is told nothing, and nobody is allowed by *",
                        "ours",
                        this::stranger),
                new Check(
                        "WIRE-04",
                        "Errors carry the headers that let the allowed origin read them",
                        "ours",
                        this::errorsCarryThem),
                new Check(
                        "WIRE-05",
                        "What came of a call is kept nowhere (no-store), and is what it says it is (nosniff)",
                        "ours",
                        this::headers),
                new Check("WIRE-06", "Links of cards lead to the configured public-url", "ours", this::links));
    }

    private Result tls() {
        if (!"https".equalsIgnoreCase(target.base().getScheme())) {
            return new Result.Skipped("this address is http: PML Guard speaks no TLS, the proxy before it does; run"
                    + " doctor --url with the public https address");
        }
        String version = target.tls();
        return Set.of("TLSv1.2", "TLSv1.3").contains(version)
                ? new Result.Passed(version)
                : new Result.Failed("agreed on " + version, "let the proxy offer TLS 1.2 and 1.3 only");
    }

    private Answer ask(String from) {
        return target.ask(
                "OPTIONS",
                Samples.SIGN,
                "Origin",
                from,
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "authorization,content-type");
    }

    private Result preflight() {
        return origin.map(this::preflight)
                .orElseGet(() ->
                        new Result.Skipped("no allowed origin is known here; pmlguard.cors.allowed-origins has them"));
    }

    private Result preflight(String from) {
        Answer answer = ask(from);
        boolean allowed = answer.header("Access-Control-Allow-Origin").equals(from)
                && answer.header("Access-Control-Allow-Methods").contains("POST");
        return Result.of(
                answer.status() / 100 == 2 && allowed,
                answer.inShort(),
                "let OPTIONS pass your proxy without a log-in");
    }

    private Result stranger() {
        String allowed = ask(STRANGER).header("Access-Control-Allow-Origin");
        return Result.of(
                allowed.isEmpty(),
                "a stranger is allowed",
                "name exact origins in pmlguard.cors.allowed-origins, and none at the proxy");
    }

    private Result errorsCarryThem() {
        return origin.map(from -> Result.of(
                        target.post(Samples.SIGN, "{", "Origin", from)
                                .header("Access-Control-Allow-Origin")
                                .equals(from),
                        "an error without Access-Control-Allow-Origin",
                        "see whether a proxy answers instead"))
                .orElseGet(() -> new Result.Skipped("no allowed origin is known here"));
    }

    private Result headers() {
        Answer answer = target.post(Samples.SIGN, samples.unwatched().toString());
        boolean good = answer.header("Cache-Control").contains("no-store")
                && answer.header("X-Content-Type-Options").equals("nosniff");
        return Result.of(good, "one of the headers is missing", "see whether a proxy takes it away");
    }

    private Result links() {
        if (door.isClosed()) {
            return new Result.Skipped("this server asks for a token");
        }
        List<String> links = target.post(Samples.SIGN, samples.watched().toString())
                .json()
                .path("cards")
                .valueStream()
                .flatMap(card -> card.path("links").valueStream())
                .map(link -> link.path("url").asString(""))
                .toList();
        if (links.isEmpty()) {
            return new Result.Skipped("pmlguard.public-url is not set, so cards have no links");
        }
        return links.stream().allMatch(link -> link.contains("/knowledge/rules/"))
                ? new Result.Passed(links.getFirst().replaceFirst("/knowledge/rules/.*", ""))
                : new Result.Failed("a link leads elsewhere", "report it");
    }
}
