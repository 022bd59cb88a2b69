package org.pmlguard.fhir;

import java.util.regex.Pattern;
import org.pmlguard.clinical.Gap;
import org.pmlguard.fhir.Attempt.Health;
import tools.jackson.databind.JsonNode;

/** What an answer of a FHIR server is worth. */
final class Answer {

    private static final Pattern JSON = Pattern.compile(
            "(application/(fhir\\+json|json\\+fhir|json)|text/json)\\s*(;.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_CHARSET =
            Pattern.compile("charset\\s*=\\s*\"?(?!utf-8|us-ascii)", Pattern.CASE_INSENSITIVE);

    private Answer() {}

    static Attempt read(Reply reply) {
        return new Attempt(
                reply.isSuccess() ? success(reply) : failure(reply), health(reply), "HTTP " + reply.status());
    }

    private static Fetched failure(Reply reply) {
        return new Fetched.Nothing(
                switch (reply.status()) {
                    case 401 -> Gap.Cause.TOKEN_REFUSED;
                    case 403 -> Gap.Cause.REFUSED;
                    case 400, 405, 422, 501 -> Gap.Cause.NOT_UNDERSTOOD;
                    default -> Gap.Cause.SERVER_ERROR;
                });
    }

    /** A server that does not know a question is well; one that asks to be left alone is not asked again at once. */
    private static Health health(Reply reply) {
        return switch (reply.status()) {
            case 502, 503, 504 -> reply.asksToWait() ? Health.FAILING : Health.FALTERING;
            case 429 -> Health.FAILING;
            case 501 -> Health.WELL;
            default -> reply.status() >= 500 ? Health.FAILING : Health.WELL;
        };
    }

    private static Fetched success(Reply reply) {
        return reply.body()
                .filter(bytes -> isJson(reply))
                .flatMap(FhirTree::parse)
                .map(Answer::resource)
                .orElseGet(() -> new Fetched.Nothing(Gap.Cause.UNREADABLE));
    }

    /** An outcome instead of a result is an error, whatever the status says. */
    private static Fetched resource(JsonNode tree) {
        boolean failed = tree.path("resourceType").asString("").equals("OperationOutcome");
        return failed ? new Fetched.Nothing(Gap.Cause.SERVER_ERROR) : new Fetched.Resource(tree);
    }

    private static boolean isJson(Reply reply) {
        return JSON.matcher(reply.type()).matches()
                && !OTHER_CHARSET.matcher(reply.type()).find();
    }
}
