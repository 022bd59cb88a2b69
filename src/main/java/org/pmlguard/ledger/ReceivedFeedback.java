package org.pmlguard.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.pmlguard.cdshooks.Coding;
import org.pmlguard.cdshooks.Feedback;
import org.pmlguard.cdshooks.OverrideReason;

/**
 * Feedback as it came in.
 *
 * @param tenant who sent it
 * @param service the service it was sent to
 */
public record ReceivedFeedback(String tenant, String service, Feedback feedback, Instant at) {

    String outcome() {
        return switch (feedback) {
            case Feedback.Accepted accepted -> "accepted";
            case Feedback.Overridden overridden -> "overridden";
        };
    }

    List<String> suggestions() {
        return switch (feedback) {
            case Feedback.Accepted accepted ->
                accepted.acceptedSuggestions().stream()
                        .map(id -> Kept.text(id, Kept.NAME))
                        .distinct()
                        .sorted()
                        .toList();
            case Feedback.Overridden overridden -> List.of();
        };
    }

    private Optional<OverrideReason> override() {
        return switch (feedback) {
            case Feedback.Accepted accepted -> Optional.empty();
            case Feedback.Overridden overridden -> overridden.overrideReason();
        };
    }

    Optional<Coding> reason() {
        return override().flatMap(OverrideReason::reason);
    }

    Optional<String> comment() {
        return override().flatMap(OverrideReason::userComment);
    }

    /** The same for the same event, however often it is sent; the time it was sent at does not count. */
    String digest() {
        String event = Kept.json(List.of(
                tenant,
                feedback.card(),
                outcome(),
                suggestions(),
                reason().map(coding -> List.of(coding.system(), coding.code())).orElse(List.of()),
                comment().orElse(""),
                feedback.outcomeTimestamp().map(Instant::toString).orElse("")));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(event.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Shows the outcome only. */
    @Override
    public String toString() {
        return "ReceivedFeedback[" + outcome() + "]";
    }
}
