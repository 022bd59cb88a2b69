package org.pmlguard.connect.selftest;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.pmlguard.connect.check.Check;
import org.pmlguard.connect.check.Result;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of calls, right ones and wrong ones. */
final class CallChecks {

    private static final String REPORT = "report it with the version of the program";
    private static final int TOO_LARGE = 64 * 1024 * 1024;

    private final Target target;
    private final Samples samples;
    private final Doorway door;

    CallChecks(Target target, Samples samples, Doorway door) {
        this.target = target;
        this.samples = samples;
        this.door = door;
    }

    List<Check> all() {
        return List.of(
                door.check(
                        "CALL-01",
                        "Every service answers a call of its hook with 200 and a list of cards",
                        "2.0 Calling a CDS Service",
                        this::everyServiceAnswers),
                door.check(
                        "CALL-02",
                        "An order that is none of our business is answered with an empty list",
                        "2.0 CDS Service Response",
                        this::silence),
                door.check(
                        "CALL-03",
                        "An id that no service has is a 404",
                        "2.0, 4xx; reference services",
                        () -> refused(
                                "/cds-services/no-such-service",
                                samples.unwatched().toString(),
                                404,
                                "")),
                new Check(
                        "CALL-04", "GET on a service is refused with 404 or 405", "reference services", this::onlyPost),
                door.check(
                        "CALL-05",
                        "A body that is no JSON, cut off, or empty is a 400 with an OperationOutcome",
                        "2.0, 4xx; 3.0 OperationOutcome",
                        () -> allRefused("{\"invalid\"}", "{\"hookInstance\":", "")),
                door.check(
                        "CALL-06",
                        "JSON that is no object is a 400",
                        "ours",
                        () -> allRefused("[]", "null", "\"text\"")),
                door.check(
                        "CALL-07",
                        "A call without hook is a 400 that names it",
                        "2.0 HTTP Request",
                        () -> bad(call -> call.remove("hook"), "hook")),
                door.check(
                        "CALL-08",
                        "A call of another hook than the service's is a 400",
                        "ours",
                        () -> bad(call -> call.put("hook", "patient-view"), "hook")),
                door.check(
                        "CALL-09",
                        "A call without context is a 400 that names it",
                        "2.0 HTTP Request",
                        () -> bad(call -> call.remove("context"), "context")),
                door.check(
                        "CALL-10",
                        "A context that is no object is a 400",
                        "2.0 HTTP Request",
                        () -> bad(call -> call.put("context", "text"), "context")),
                door.check(
                        "CALL-11",
                        "A required part of the context that is missing is a 400 that names it",
                        "hook library, order-sign",
                        () -> bad(
                                call -> ((ObjectNode) call.path("context")).remove("draftOrders"),
                                "context.draftOrders")),
                door.check(
                        "CALL-12",
                        "A patient that is missing is a 400 that names the place",
                        "hook library, order-sign",
                        () -> bad(
                                call -> ((ObjectNode) call.path("context")).remove("patientId"), "context.patientId")),
                door.check(
                        "CALL-13",
                        "A call without hookInstance is answered all the same: no decision hangs on it, and public clients leave it out",
                        "ours, more liberal than 2.0",
                        () -> answered(call -> call.remove("hookInstance"))),
                door.check(
                        "CALL-14",
                        "Members nobody knows, and extension, change nothing",
                        "2.0 Extensions; ours",
                        () -> answered(CallChecks::addUnknown)),
                door.check(
                        "CALL-15",
                        "Optional members that are null count as absent",
                        "ours",
                        () -> answered(CallChecks::addNulls)),
                door.check(
                        "CALL-16",
                        "A call that is repeated is answered again",
                        "ours: clients retry",
                        this::answeredTwice),
                door.check(
                        "CALL-17",
                        "Data that could not be had is named on a card of a 200, not an error: clients show errors as all clear",
                        "ours, instead of 412",
                        this::missingDataIsSaid),
                door.check("CALL-18", "A body that says it is not JSON is a 415", "ours", this::notJson),
                door.check("CALL-19", "A compressed body is a 415", "ours", this::compressed),
                door.check("CALL-20", "A body that is too large is refused with 413", "ours", this::tooLarge),
                door.check(
                        "CALL-21",
                        "Calls are answered within about 500 ms (middle of five)",
                        "2.0 Performance",
                        this::soon));
    }

    private interface Change {
        void to(ObjectNode call);
    }

    private Result everyServiceAnswers() {
        List<String> ids = target.get("/cds-services")
                .json()
                .path("services")
                .valueStream()
                .map(service -> service.path("id").asString(""))
                .toList();
        List<String> silent = ids.stream()
                .filter(id -> !hasCards(
                        target.post("/cds-services/" + id, samples.any(id).toString())))
                .toList();
        return Result.of(!ids.isEmpty() && silent.isEmpty(), "no cards from " + silent + " of " + ids, REPORT);
    }

    private static boolean hasCards(Answer answer) {
        return answer.status() == 200 && answer.json().path("cards").isArray();
    }

    private Result silence() {
        Answer answer = target.post(Samples.SIGN, samples.unwatched().toString());
        return Result.of(
                hasCards(answer) && answer.json().path("cards").isEmpty(), answer.inShort() + " with a card", REPORT);
    }

    private Result onlyPost() {
        int status = target.get(Samples.SIGN).status();
        return Result.of(Set.of(404, 405).contains(status), "HTTP " + status, "see whether a proxy answers instead");
    }

    private Result allRefused(String... bodies) {
        return Arrays.stream(bodies)
                .map(body -> refused(Samples.SIGN, body, 400, ""))
                .filter(Result.Failed.class::isInstance)
                .findFirst()
                .orElseGet(Result::passed);
    }

    private Result bad(Change change, String place) {
        return refused(Samples.SIGN, samples.unwatched(change::to), 400, place);
    }

    /** Refused with that status, an outcome that names the place, and nothing of the inside. */
    private Result refused(String path, String body, int status, String place) {
        Answer answer = target.post(path, body);
        boolean told = answer.isOutcome() && answer.place().startsWith(place) && !answer.showsTheInside();
        return Result.of(
                answer.status() == status && told,
                answer.inShort() + (told ? "" : ", without an OperationOutcome that says where"),
                "see whether a proxy answers instead of PML Guard");
    }

    private Result answered(Change change) {
        Answer answer = target.post(Samples.SIGN, samples.unwatched(change::to));
        return Result.of(hasCards(answer), answer.inShort(), REPORT);
    }

    private static void addUnknown(ObjectNode call) {
        call.put("user", "Practitioner/1").put("whatever", 7);
        call.putObject("extension").putObject("org.example.doctor").put("asked", true);
    }

    private static void addNulls(ObjectNode call) {
        call.putNull("fhirServer").putNull("fhirAuthorization");
        ((ObjectNode) call.path("context")).putNull("encounterId");
    }

    private Result answeredTwice() {
        String call = samples.unwatched().toString();
        boolean both = Stream.of(call, call).allMatch(body -> hasCards(target.post(Samples.SIGN, body)));
        return Result.of(both, "the second call was not answered", REPORT);
    }

    private Result missingDataIsSaid() {
        Answer answer = target.post(Samples.SIGN, samples.nothingSent().toString());
        JsonNode cards = answer.json().path("cards");
        boolean said = cards.valueStream()
                .anyMatch(card -> card.path("summary").asString("").contains("incomplete"));
        return Result.of(answer.status() == 200 && said, answer.inShort() + ", and no card says so", REPORT);
    }

    private Result notJson() {
        Answer answer = target.postAs("text/xml", Samples.SIGN, "<x/>");
        return Result.of(answer.status() == 415, answer.inShort(), REPORT);
    }

    private Result compressed() {
        Answer answer = target.post(Samples.SIGN, "{}", "Content-Encoding", "gzip");
        return Result.of(answer.status() == 415, answer.inShort(), REPORT);
    }

    /** Only said, not sent: the refusal comes as soon as the length is known. */
    private Result tooLarge() {
        int status = Announcement.of(target.base(), Samples.SIGN, TOO_LARGE);
        return Result.of(status == 413, "HTTP " + status, "set a limit at your proxy too; pmlguard.max-body is ours");
    }

    private Result soon() {
        String call = samples.watched().toString();
        List<Long> times = Stream.generate(() -> took(call)).limit(5).sorted().toList();
        long middle = times.get(2);
        return middle <= 500
                ? new Result.Passed(middle + " ms")
                : new Result.Failed(
                        middle + " ms", "give the server more processor, or look at what its FHIR servers take");
    }

    private long took(String call) {
        long start = System.nanoTime();
        target.post(Samples.SIGN, call);
        return (System.nanoTime() - start) / 1_000_000;
    }
}
