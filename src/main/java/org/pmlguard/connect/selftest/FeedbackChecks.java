package org.pmlguard.connect.selftest;

import java.util.List;
import java.util.UUID;
import org.pmlguard.connect.check.Check;
import org.pmlguard.connect.check.Result;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of feedback. */
final class FeedbackChecks {

    private static final String PATH = Samples.SIGN + "/feedback";
    private static final String WHEN = "2026-11-21T10:05:31.250Z";

    private final Target target;
    private final Samples samples;
    private final Doorway door;

    FeedbackChecks(Target target, Samples samples, Doorway door) {
        this.target = target;
        this.samples = samples;
        this.door = door;
    }

    List<Check> all() {
        return List.of(
                door.check(
                        "FEED-01",
                        "Feedback on a card that was shown is taken with 200",
                        "2.0 Feedback",
                        this::onACard),
                door.check(
                        "FEED-02",
                        "Feedback on a card nobody knows is taken too: cards are transient",
                        "ours",
                        () -> status(entry(UUID.randomUUID().toString(), "overridden"), 200)),
                door.check("FEED-03", "The same feedback may come again", "2.0 Feedback", this::twice),
                door.check(
                        "FEED-04",
                        "An accepted card must say which suggestions",
                        "2.0 Feedback",
                        () -> status(entry(UUID.randomUUID().toString(), "accepted"), 400)),
                door.check(
                        "FEED-05",
                        "An outcome other than accepted or overridden is a 400",
                        "2.0 Feedback",
                        () -> status(entry(UUID.randomUUID().toString(), "ignored"), 400)),
                door.check(
                        "FEED-06",
                        "A body that is no feedback is a 400",
                        "2.0 Feedback",
                        () -> status(Answer.JSON.createObjectNode().put("feedback", "text"), 400)),
                door.check("FEED-07", "Feedback to an id that no service has is a 404", "ours", this::toNobody));
    }

    private Result onACard() {
        JsonNode card = target.post(Samples.SIGN, samples.watched().toString())
                .json()
                .path("cards")
                .path(0);
        return card.isMissingNode()
                ? new Result.Failed("no card came to give feedback on", "see what CALL-01 says")
                : status(entry(card.path("uuid").asString(""), "overridden"), 200);
    }

    private Result twice() {
        ObjectNode entry = entry(UUID.randomUUID().toString(), "overridden");
        Result first = status(entry, 200);
        return first instanceof Result.Failed ? first : status(entry, 200);
    }

    private Result toNobody() {
        Answer answer = target.post(
                "/cds-services/no-such-service/feedback",
                entry(UUID.randomUUID().toString(), "overridden").toString());
        return Result.of(answer.status() == 404, answer.inShort(), "see whether a proxy answers instead");
    }

    private Result status(ObjectNode feedback, int expected) {
        Answer answer = target.post(PATH, feedback.toString());
        String remedy = answer.status() == 503 ? "see whether the database of the ledger is reachable" : "report it";
        return Result.of(answer.status() == expected, answer.inShort() + " instead of " + expected, remedy);
    }

    /** A comment alone keeps nothing quiet, so a run leaves no trace in what is said later. */
    private static ObjectNode entry(String card, String outcome) {
        ObjectNode feedback = Answer.JSON.createObjectNode();
        ObjectNode entry = feedback.putArray("feedback").addObject();
        entry.put("card", card).put("outcome", outcome).put("outcomeTimestamp", WHEN);
        if (outcome.equals("overridden")) {
            entry.putObject("overrideReason").put("userComment", "self-test");
        }
        return feedback;
    }
}
