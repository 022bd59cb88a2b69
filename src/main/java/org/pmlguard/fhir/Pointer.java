package org.pmlguard.fhir;

import java.util.List;
import org.pmlguard.clinical.CodeSystem;
import org.pmlguard.clinical.Coding;
import org.pmlguard.clinical.Concept;
import tools.jackson.databind.JsonNode;

/**
 * A FHIR Reference: where something is, and what it is called there.
 *
 * @param address empty if it only says a name
 * @param words its display, and its identifier, which may be a code
 */
record Pointer(String address, Concept words) {

    private static final Fact ADDRESS = Fact.at("reference");
    private static final Fact DISPLAY = Fact.at("display");
    private static final Fact SYSTEM = Fact.at("identifier.system");
    private static final Fact VALUE = Fact.at("identifier.value");

    static List<Pointer> in(Fact fact, JsonNode resource) {
        List<JsonNode> nodes = fact.in(resource);
        return nodes.isEmpty()
                ? List.of()
                : nodes.stream().filter(JsonNode::isObject).map(Pointer::read).toList();
    }

    private static Pointer read(JsonNode node) {
        CodeSystem system = CodeSystem.of(SYSTEM.text(node).orElse(""));
        List<Coding> identifier = VALUE.in(node).stream()
                .flatMap(value -> Fact.words(value).stream())
                .map(value -> new Coding(system, value, ""))
                .toList();
        return new Pointer(
                ADDRESS.text(node).orElse(""),
                new Concept(identifier, DISPLAY.text(node).orElse("")));
    }
}
