package org.pmlguard.fhir;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Where a fact stands in a resource: the paths of all FHIR versions, tried in sequence on whatever is there. Arrays are
 * seen through, so that one thing and a list of one are the same; an explicit null is nothing.
 *
 * <p>Plain loops, not streams: every element of every resource of a chart is looked for here, under all its names, and
 * most of those are not there. Counted, not iterated, for the same reason.
 */
record Fact(List<Path> paths) {

    /** A fact at any of some dotted paths. */
    static Fact at(String... paths) {
        return new Fact(Stream.of(paths).map(Path::of).toList());
    }

    /** Everything that stands there. */
    List<JsonNode> in(JsonNode resource) {
        List<JsonNode> found = List.of();
        for (int at = 0; at < paths.size(); at++) {
            List<JsonNode> more = paths.get(at).in(resource);
            found = found.isEmpty() ? more : joined(found, more);
        }
        return found;
    }

    private static List<JsonNode> joined(List<JsonNode> found, List<JsonNode> more) {
        if (more.isEmpty()) {
            return found;
        }
        List<JsonNode> all = new ArrayList<>(found);
        all.addAll(more);
        return all;
    }

    /** The first that can be read, without looking at the rest. */
    <T> Optional<T> first(JsonNode resource, Function<JsonNode, Optional<T>> reader) {
        for (int at = 0; at < paths.size(); at++) {
            JsonNode alone = paths.get(at).alone(resource);
            Optional<T> read =
                    alone != null ? reader.apply(alone) : first(paths.get(at).in(resource), reader);
            if (read.isPresent()) {
                return read;
            }
        }
        return Optional.empty();
    }

    private static <T> Optional<T> first(List<JsonNode> nodes, Function<JsonNode, Optional<T>> reader) {
        for (int at = 0; at < nodes.size(); at++) {
            Optional<T> read = reader.apply(nodes.get(at));
            if (read.isPresent()) {
                return read;
            }
        }
        return Optional.empty();
    }

    /** Whether anything that stands there is so. */
    boolean any(JsonNode resource, Predicate<JsonNode> test) {
        for (int at = 0; at < paths.size(); at++) {
            List<JsonNode> nodes = paths.get(at).in(resource);
            for (int each = 0; each < nodes.size(); each++) {
                if (test.test(nodes.get(each))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Its text, where a plain string stands right at its first path, as a code of R4 does; empty wherever it is not so simple. */
    Optional<String> code(JsonNode resource) {
        JsonNode node = resource.path(paths.getFirst().head());
        return paths.size() == 1 && paths.getFirst().isDirect() && node.isString() ? words(node) : Optional.empty();
    }

    Optional<String> text(JsonNode resource) {
        return first(resource, Fact::words);
    }

    Optional<LocalDate> day(JsonNode resource) {
        return first(resource, node -> words(node).flatMap(Days::read));
    }

    boolean isIn(JsonNode resource) {
        return any(resource, Fact::saysSomething);
    }

    boolean isTrue(JsonNode resource) {
        return any(
                resource,
                node -> node.booleanValue(false)
                        || words(node).filter("true"::equalsIgnoreCase).isPresent());
    }

    /** The words of a single value: a string, or a whole number, which some systems send for ids. */
    static Optional<String> words(JsonNode node) {
        boolean readable = node.isString() || node.isIntegralNumber();
        return readable ? Optional.of(node.asString().strip()).filter(text -> !text.isEmpty()) : Optional.empty();
    }

    /** Whether any value stands in it; empty objects and blank strings are what a form leaves behind. */
    private static boolean saysSomething(JsonNode node) {
        if (node.isContainer()) {
            return node.valueStream().anyMatch(Fact::saysSomething);
        }
        return !node.isNull() && !(node.isString() && node.stringValue("").isBlank());
    }
}
