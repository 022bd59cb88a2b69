package org.pmlguard.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pmlguard.clinical.CodeSystem;
import org.pmlguard.clinical.Coding;
import org.pmlguard.clinical.Concept;
import tools.jackson.databind.JsonNode;

/**
 * Reads what names a thing: a CodeableConcept, the concept of a CodeableReference, a bare Coding or plain text, whichever
 * was sent.
 */
final class Concepts {

    private static final Fact CODING = Fact.at("coding");
    private static final Fact CONCEPT = Fact.at("concept");
    private static final Fact TEXT = Fact.at("text");
    private static final Fact SYSTEM = Fact.at("system");
    private static final Fact CODE = Fact.at("code");
    private static final Fact DISPLAY = Fact.at("display");

    private Concepts() {}

    /** All that a fact is called. */
    static Concept read(Fact fact, JsonNode resource) {
        return merged(all(fact, resource));
    }

    /** The concepts at a fact that say something. */
    static List<Concept> all(Fact fact, JsonNode resource) {
        List<JsonNode> nodes = fact.in(resource);
        if (nodes.isEmpty()) {
            return List.of();
        }
        List<Concept> all = new ArrayList<>(nodes.size());
        for (JsonNode node : nodes) {
            Concept concept = read(node);
            if (!concept.isEmpty()) {
                all.add(concept);
            }
        }
        return all;
    }

    static Concept read(JsonNode node) {
        if (!node.isObject()) {
            return Concept.ofText(node.stringValue("").strip());
        }
        if (node.has("concept")) {
            return read(CONCEPT, node);
        }
        return new Concept(codings(node), TEXT.text(node).orElse(""));
    }

    /** One concept that is called everything these are called. */
    static Concept merged(List<Concept> concepts) {
        return switch (concepts.size()) {
            case 0 -> Concept.NOTHING;
            case 1 -> concepts.getFirst();
            default -> united(concepts);
        };
    }

    private static Concept united(List<Concept> all) {
        Optional<String> text =
                all.stream().map(Concept::text).filter(name -> !name.isBlank()).findFirst();
        return new Concept(
                all.stream()
                        .flatMap(concept -> codings(concept, text.orElse("")))
                        .distinct()
                        .toList(),
                text.orElse(""));
    }

    private static Stream<Coding> codings(Concept concept, String text) {
        boolean isSaid = concept.text().isBlank() || concept.text().equals(text);
        return isSaid
                ? concept.codings().stream()
                : Stream.concat(
                        concept.codings().stream(), Stream.of(new Coding(CodeSystem.OTHER, "", concept.text())));
    }

    /** An object with a code and without codings is a Coding itself. */
    private static List<Coding> codings(JsonNode concept) {
        List<JsonNode> nodes = concept.has("coding") || !concept.has("code") ? CODING.in(concept) : List.of(concept);
        List<Coding> codings = new ArrayList<>(nodes.size());
        for (JsonNode node : nodes) {
            Coding coding = coding(node);
            boolean says = !coding.code().isEmpty() || !coding.display().isEmpty();
            if (says && !codings.contains(coding)) {
                codings.add(coding);
            }
        }
        return codings;
    }

    private static Coding coding(JsonNode node) {
        CodeSystem system = CodeSystem.of(SYSTEM.text(node).orElse(""));
        return new Coding(system, CODE.text(node).orElse(""), DISPLAY.text(node).orElse(""));
    }
}
