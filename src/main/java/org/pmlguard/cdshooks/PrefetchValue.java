package org.pmlguard.cdshooks;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What the answer to one query can mean, whether the caller ran it or we did (2.0.1, Prefetch; the spellings of older
 * versions too).
 */
public sealed interface PrefetchValue {

    /** The caller did not run the query, or does not say: nothing is known. */
    record Absent() implements PrefetchValue {}

    /** The query was run and there is nothing on file: {@code null} or a Bundle without entries. */
    record Empty() implements PrefetchValue {}

    /**
     * The query was run and these are its results.
     *
     * @param resources matches and what came with them, JSON objects; may be empty when {@code partial} or {@code next}
     *     says there is more
     * @param next the address of the next page, as the server wrote it and therefore not to be trusted
     * @param partial whether the server warned that something is missing
     */
    record Found(List<JsonNode> resources, Optional<String> next, boolean partial) implements PrefetchValue {

        public Found {
            resources = List.copyOf(resources);
        }

        /** Counts only: resources are a patient's. */
        @Override
        public String toString() {
            return "Found[" + resources.size() + " resources, partial=" + partial + "]";
        }
    }

    /**
     * The query was run and failed, so the answer is unknown and never "none".
     *
     * @param why a sentence that holds nothing of the answer itself
     */
    record Failed(String why) implements PrefetchValue {}

    /** Reads one prefetch value, or the body of a FHIR read or search. */
    static PrefetchValue of(JsonNode value) {
        if (value.isMissingNode()) {
            return new Absent();
        }
        if (value.isNull()) {
            return new Empty();
        }
        return switch (value.path("resourceType").asString("")) {
            case "Bundle" -> searched(value, value.path("entry"));
            case "OperationOutcome" -> new Failed("The query was answered with an OperationOutcome.");
            case "" -> untyped(value);
            default -> new Found(List.of(value), Optional.empty(), false);
        };
    }

    private static PrefetchValue untyped(JsonNode value) {
        if (value.isArray()) {
            return searched(value, value);
        }
        if (value.has("resource") || value.has("response")) {
            return unwrapped(value);
        }
        return new Failed("The query was answered with something that is not FHIR.");
    }

    /** Before 1.0 every value was wrapped: {@code {"response": {"status": "200 OK"}, "resource": ...}}. */
    private static PrefetchValue unwrapped(JsonNode wrapper) {
        String status = wrapper.path("response").path("status").asString("");
        if (!status.isEmpty() && !status.startsWith("2")) {
            return new Failed("The query was answered with an HTTP error.");
        }
        return wrapper.has("resource") ? of(wrapper.path("resource")) : new Empty();
    }

    private static PrefetchValue searched(JsonNode bundle, JsonNode entry) {
        List<JsonNode> entries =
                entry.isArray() ? entry.valueStream().toList() : entry.isObject() ? List.of(entry) : List.of();
        List<JsonNode> telling =
                entries.stream().filter(found -> !isHarmless(found)).toList();
        List<JsonNode> resources =
                telling.stream().flatMap(PrefetchValue::result).toList();
        Optional<String> next = next(bundle);
        return telling.isEmpty() && next.isEmpty()
                ? new Empty()
                : new Found(resources, next, resources.size() < telling.size());
    }

    /** A report that takes nothing from the results: mere information, or Epic's "no results" (4101). */
    private static boolean isHarmless(JsonNode entry) {
        JsonNode resource = entry.has("resourceType") ? entry : entry.path("resource");
        JsonNode issues = resource.path("issue");
        return resource.path("resourceType").asString("").equals("OperationOutcome")
                && !issues.isEmpty()
                && issues.valueStream().allMatch(PrefetchValue::saysNothingIsMissing);
    }

    private static boolean saysNothingIsMissing(JsonNode issue) {
        String severity = issue.path("severity").asString("");
        boolean noResults = issue.path("details")
                .path("coding")
                .valueStream()
                .anyMatch(code -> code.path("code").asString("").equals("4101")
                        && code.path("system").asString("").contains("1.2.840.114350"));
        return severity.equals("information")
                || severity.equals("success")
                || (severity.equals("warning") && noResults);
    }

    /** The resource of an entry, unless the entry only reports on the search. */
    private static Stream<JsonNode> result(JsonNode entry) {
        JsonNode resource = entry.has("resourceType") ? entry : entry.path("resource");
        boolean isReport = entry.path("search").path("mode").asString("").equals("outcome")
                || resource.path("resourceType").asString("").equals("OperationOutcome");
        return resource.isObject() && !isReport ? Stream.of(resource) : Stream.empty();
    }

    private static Optional<String> next(JsonNode bundle) {
        return bundle.path("link")
                .valueStream()
                .filter(link -> link.path("relation").asString("").equals("next"))
                .flatMap(link -> new Located("", link).text("url").stream())
                .findFirst();
    }
}
