package org.pmlguard.connect.selftest;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.pmlguard.connect.check.Check;
import org.pmlguard.connect.check.Result;

/** Which tokens open the door. Only a server of our own, with keys of ours, can be tried. */
final class TokenChecks {

    private static final String TRUST = "2.0 Trusting CDS Clients";
    private static final Result NO_KEYS = new Result.Skipped(
            "no key of this server's tenants is ours; run the doctor without --url, which tries it on a server of its own");

    private final Target target;
    private final Samples samples;
    private final Optional<Forger> forger;
    private final Clock clock;

    TokenChecks(Target target, Samples samples, Optional<Forger> forger, Clock clock) {
        this.target = target;
        this.samples = samples;
        this.forger = forger;
        this.clock = clock;
    }

    List<Check> all() {
        return List.of(
                check("AUTH-01", "Discovery needs no token", TRUST, ours -> status(target.get("/cds-services"), 200)),
                check(
                        "AUTH-02",
                        "A token of ES384 is accepted, whatever its key id holds",
                        TRUST,
                        ours -> accepted(ours.token(Samples.SIGN, claims -> {}))),
                check("AUTH-03", "A token of RS384 is accepted", TRUST, ours -> accepted(ours.byRsa(Samples.SIGN))),
                bad(
                        "AUTH-04",
                        "A token that was used before is refused",
                        ours -> used(ours.token(Samples.SIGN, claims -> {}))),
                bad("AUTH-05", "A token without a signature (none) is refused", ours -> ours.unsigned(Samples.SIGN)),
                bad("AUTH-06", "A token signed with a secret (HS256) is refused", ours -> ours.bySecret(Samples.SIGN)),
                bad("AUTH-07", "A signature that does not fit is refused", ours -> ours.tampered(Samples.SIGN)),
                changed(
                        "AUTH-08",
                        "An issuer that is not registered is refused",
                        claims -> claims.issuer("https://stranger.example")),
                bad(
                        "AUTH-09",
                        "A token made for another address (aud) is refused",
                        ours -> ours.token("/cds-services", claims -> {})),
                changed("AUTH-10", "A token that expired is refused", claims -> life(claims, -600, -300)),
                changed("AUTH-11", "A token from the future is refused", claims -> life(claims, 300, 500)),
                changed("AUTH-12", "A token that is valid for long is refused", claims -> life(claims, 0, 86_400)),
                bad(
                        "AUTH-13",
                        "A token with a wrong signature gains nothing by naming other keys (jku): it is refused",
                        ours -> tampered(ours)),
                bad("AUTH-14", "What is no token is refused", ours -> "nonsense"));
    }

    /** Fixed keys are registered here: whatever address a token names, it is not asked. */
    private static String tampered(Forger ours) {
        String good = ours.withKeysAt(Samples.SIGN, URI.create("https://stranger.example/jwks.json"));
        return good.substring(0, good.lastIndexOf('.')) + "." + "A".repeat(128);
    }

    private Check check(String id, String requirement, String source, Function<Forger, Result> trial) {
        return new Check(id, requirement, source, () -> forger.map(trial).orElse(NO_KEYS));
    }

    private Check changed(String id, String requirement, Consumer<JWTClaimsSet.Builder> change) {
        return bad(id, requirement, ours -> ours.token(Samples.SIGN, change));
    }

    /** Refused, with nothing said about why. */
    private Check bad(String id, String requirement, Function<Forger, String> token) {
        return check(id, requirement + " by a bare 401", TRUST, ours -> {
            Answer answer = call(token.apply(ours));
            return Result.of(answer.status() == 401 && answer.body().isEmpty(), answer.inShort(), "report it");
        });
    }

    private String used(String token) {
        call(token);
        return token;
    }

    private Result accepted(String token) {
        return status(call(token), 200);
    }

    private static Result status(Answer answer, int expected) {
        return Result.of(answer.status() == expected, answer.inShort(), "report it");
    }

    private Answer call(String token) {
        return target.post(Samples.SIGN, samples.unwatched().toString(), "Authorization", "Bearer " + token);
    }

    @SuppressWarnings("JavaUtilDate") // the library's own type
    private JWTClaimsSet.Builder life(JWTClaimsSet.Builder claims, int from, int until) {
        Instant now = clock.instant();
        return claims.issueTime(Date.from(now.plusSeconds(from))).expirationTime(Date.from(now.plusSeconds(until)));
    }
}
