package org.pmlguard.fhir;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Where a fact stands in a resource: the paths of all FHIR versions, tried in sequence on whatever is there. Arrays are
 * seen through, so that one thing and a list of one are the same; an explicit null is nothing.
 */
record Fact(List<List<String>> paths) {

    /** A fact at any of some dotted paths. */
    static Fact at(String... paths) {
        return new Fact(Stream.of(paths).map(path -> List.of(path.split("\\."))).toList());
    }

    /** Everything that stands there. */
    Stream<JsonNode> in(JsonNode resource) {
        List<JsonNode> found = new ArrayList<>();
        for (List<String> path : paths) {
            if (mayLeadSomewhere(path, resource)) {
                collect(resource, path, 0, found);
            }
        }
        return found.stream();
    }

    /** The first that can be read, without looking at the rest. */
    private <T> Optional<T> first(JsonNode resource, Function<JsonNode, Optional<T>> reader) {
        for (List<String> path : paths) {
            if (mayLeadSomewhere(path, resource)) {
                List<JsonNode> found = new ArrayList<>();
                collect(resource, path, 0, found);
                for (JsonNode node : found) {
                    Optional<T> read = reader.apply(node);
                    if (read.isPresent()) {
                        return read;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Most names are those of other FHIR versions, and a resource has none of them. */
    private static boolean mayLeadSomewhere(List<String> path, JsonNode resource) {
        return !resource.isObject() || resource.has(path.getFirst());
    }

    /** What stands there as text: strings, and whole numbers, which some systems send for ids. */
    Stream<String> texts(JsonNode resource) {
        return in(resource).flatMap(node -> words(node).stream());
    }

    /** Its text, where a plain string stands right at its first path, as a code of R4 does; empty wherever it is not so simple. */
    Optional<String> code(JsonNode resource) {
        JsonNode node =
                paths.getFirst().size() == 1 ? resource.path(paths.getFirst().getFirst()) : resource;
        return paths.size() == 1 && node.isString() ? words(node) : Optional.empty();
    }

    Optional<String> text(JsonNode resource) {
        return first(resource, Fact::words);
    }

    Optional<LocalDate> day(JsonNode resource) {
        return first(resource, node -> words(node).flatMap(Days::read));
    }

    boolean isIn(JsonNode resource) {
        return in(resource).anyMatch(Fact::saysSomething);
    }

    boolean isTrue(JsonNode resource) {
        return in(resource)
                .anyMatch(node -> node.booleanValue(false)
                        || words(node).filter("true"::equalsIgnoreCase).isPresent());
    }

    /** The words of a single value, as {@link #texts}. */
    static Optional<String> words(JsonNode node) {
        boolean readable = node.isString() || node.isIntegralNumber();
        return readable ? Optional.of(node.asString().strip()).filter(text -> !text.isEmpty()) : Optional.empty();
    }

    /** A loop over plain steps: this is where all the time of reading goes. */
    private static void collect(JsonNode node, List<String> path, int step, List<JsonNode> found) {
        if (node.isArray()) {
            node.forEach(item -> collect(item, path, step, found));
        } else if (!node.isMissingNode() && !node.isNull()) {
            if (step == path.size()) {
                found.add(node);
            } else {
                collect(node.path(path.get(step)), path, step + 1, found);
            }
        }
    }

    /** Whether any value stands in it; empty objects and blank strings are what a form leaves behind. */
    private static boolean saysSomething(JsonNode node) {
        if (node.isContainer()) {
            return node.valueStream().anyMatch(Fact::saysSomething);
        }
        return !node.isNull() && !(node.isString() && node.stringValue("").isBlank());
    }
}
