package org.pmlguard.cdshooks;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Reads the body of {@code POST {baseUrl}/cds-services/{id}/feedback}: the array of 2.0, the bare entry of the 1.1
 * draft, and clients' habits.
 */
public final class FeedbackReader {

    /**
     * Reads every entry, good or bad, in its sequence.
     *
     * @throws BadCall if the body is not JSON, or neither an object with a {@code feedback} array nor a bare entry
     */
    public List<FeedbackEntry> read(byte[] body) {
        JsonNode json = Json.read(body);
        Located root = new Located("", json);
        if (json.isObject()
                && root.member("feedback").isEmpty()
                && root.member("card").isPresent()) {
            return List.of(entry(root));
        }
        return root.member("feedback")
                .filter(feedback -> feedback.json().isContainer())
                .map(FeedbackReader::elements)
                .orElseThrow(() -> root.refusal("feedback", "The feedback array is required."))
                .map(FeedbackReader::entry)
                .toList();
    }

    private static Stream<Located> elements(Located list) {
        return list.json().isArray()
                ? IntStream.range(0, list.json().size())
                        .mapToObj(index -> new Located(
                                list.path() + "[" + index + "]", list.json().path(index)))
                : Stream.of(list);
    }

    private static FeedbackEntry entry(Located entry) {
        try {
            return new FeedbackEntry.Valid(feedback(entry));
        } catch (BadCall e) {
            return new FeedbackEntry.Rejected(e.path(), e.rule());
        }
    }

    private static Feedback feedback(Located entry) {
        String card = entry.text("card").orElseThrow(() -> entry.refusal("card", "The uuid of the card is required."));
        Optional<Instant> when = entry.text("outcomeTimestamp").flatMap(FeedbackReader::instant);
        return switch (entry.text("outcome").orElse("")) {
            case "accepted" -> new Feedback.Accepted(card, when, accepted(entry));
            case "overridden" -> new Feedback.Overridden(card, when, overrideReason(entry));
            default -> throw entry.refusal("outcome", "The outcome must be accepted or overridden.");
        };
    }

    /** Each is {@code {"id": uuid}}; the bare uuid was proposed once and is let pass. */
    private static List<String> accepted(Located entry) {
        List<String> ids = entry.member("acceptedSuggestions").stream()
                .flatMap(FeedbackReader::elements)
                .flatMap(each -> each.text("id").or(each::text).stream())
                .toList();
        if (ids.isEmpty()) {
            throw entry.refusal("acceptedSuggestions", "The accepted suggestions are required, each with its id.");
        }
        return ids;
    }

    /** Epic sends {@code overrideReasons}; of several the first counts. */
    private static Optional<OverrideReason> overrideReason(Located entry) {
        return entry.member("overrideReason")
                .or(() -> entry.member("overrideReasons"))
                .flatMap(reasons -> elements(reasons).findFirst())
                .map(FeedbackReader::reason)
                .filter(reason ->
                        reason.reason().isPresent() || reason.userComment().isPresent());
    }

    /** The 1.1 draft had code and system beside the comment instead of inside {@code reason}. */
    private static OverrideReason reason(Located given) {
        Located coding = given.member("reason").orElse(given);
        return new OverrideReason(
                coding.text("code").map(code -> coding(code, coding)),
                given.text("userComment").or(() -> coding.text("userComment")));
    }

    private static Coding coding(String code, Located coding) {
        String system = coding.text("system")
                .orElseThrow(() -> coding.refusal("system", "The code system of the override reason is required."));
        return new Coding(code, system, coding.text("display"));
    }

    /** RFC 3339 with or without fractions of a second; the 1.1 draft's example ends in {@code Z UTC}. */
    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(
                            text.strip().replaceFirst("\\s*UTC$", "").replace(' ', 'T'))
                    .toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
