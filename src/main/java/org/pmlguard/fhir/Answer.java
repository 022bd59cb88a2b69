package org.pmlguard.fhir;

import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pmlguard.clinical.Gap;
import tools.jackson.databind.JsonNode;

/** What an answer of a FHIR server is worth. */
final class Answer {

    private static final Pattern JSON = Pattern.compile(
            "(application/(fhir\\+json|json\\+fhir|json)|text/json)\\s*(;.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_CHARSET =
            Pattern.compile("charset\\s*=\\s*\"?(?!utf-8|us-ascii)", Pattern.CASE_INSENSITIVE);

    private Answer() {}

    static Fetched read(HttpResponse<Optional<byte[]>> answer) {
        return switch (answer.statusCode() / 100) {
            case 2 -> resource(answer).orElseGet(() -> new Fetched.Nothing(Gap.Cause.UNREADABLE));
            case 4 -> new Fetched.Nothing(isRefusal(answer) ? Gap.Cause.REFUSED : Gap.Cause.SERVER_ERROR);
            default -> new Fetched.Nothing(Gap.Cause.SERVER_ERROR);
        };
    }

    private static boolean isRefusal(HttpResponse<?> answer) {
        return answer.statusCode() == 401 || answer.statusCode() == 403;
    }

    private static Optional<Fetched> resource(HttpResponse<Optional<byte[]>> answer) {
        return answer.body()
                .filter(bytes -> isPlain(answer) && isJson(answer))
                .flatMap(FhirTree::parse)
                .map(Answer::resource);
    }

    /** An outcome instead of a result is an error, whatever the status says. */
    private static Fetched resource(JsonNode tree) {
        boolean failed = tree.path("resourceType").asString("").equals("OperationOutcome");
        return failed ? new Fetched.Nothing(Gap.Cause.SERVER_ERROR) : new Fetched.Resource(tree);
    }

    /** We ask for no compression; who compresses all the same may hide any size in it. */
    private static boolean isPlain(HttpResponse<?> answer) {
        return answer.headers().allValues("Content-Encoding").stream().allMatch("identity"::equalsIgnoreCase);
    }

    private static boolean isJson(HttpResponse<?> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("").strip();
        return JSON.matcher(type).matches() && !OTHER_CHARSET.matcher(type).find();
    }
}
