package org.pmlguard.connect.selftest;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Whether JSON keeps the general rule of the specification: nothing null, nothing empty. */
final class Neat {

    /** Of these the specification says that they may be empty. */
    private static final Set<String> MAY_BE_EMPTY = Set.of("/cards", "/services");

    private Neat() {}

    /** The path of the first element that is null or empty. */
    static Optional<String> blemish(JsonNode tree) {
        return blemishes("", tree).findFirst();
    }

    private static Stream<String> blemishes(String path, JsonNode node) {
        boolean isEmpty = node.isNull()
                || (node.isString() && node.asString().isEmpty())
                || (node.isContainer() && node.isEmpty() && !MAY_BE_EMPTY.contains(path));
        return isEmpty ? Stream.of(path) : within(path, node);
    }

    private static Stream<String> within(String path, JsonNode node) {
        if (node.isObject()) {
            return node.propertyStream().flatMap(one -> blemishes(path + "/" + one.getKey(), one.getValue()));
        }
        return node.valueStream().flatMap(value -> blemishes(path + "/*", value));
    }
}
