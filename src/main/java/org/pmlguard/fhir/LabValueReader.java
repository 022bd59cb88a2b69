package org.pmlguard.fhir;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pmlguard.clinical.Concept;
import org.pmlguard.clinical.LabValue;
import org.pmlguard.clinical.LabValue.Comparator;
import tools.jackson.databind.JsonNode;

/** Reads the value of an Observation or a component, wherever the laboratory put it. */
final class LabValueReader {

    private static final Fact VALUE = Fact.at("value");
    private static final Fact UNIT = Fact.at("unit", "units", "code");
    private static final Fact COMPARATOR = Fact.at("comparator");
    private static final Fact RANGE = Fact.at("low", "high");
    private static final Fact RATIO = Fact.at("numerator", "denominator");

    /** How each element is read, in the sequence in which one is believed over another: numbers before words. */
    private static final List<Element> ELEMENTS = List.of(
            new Element(Fact.at("valueQuantity"), LabValueReader::quantity),
            new Element(Fact.at("valueInteger", "valueDecimal"), LabValueReader::number),
            new Element(Fact.at("valueString"), node -> words(Fact.words(node))),
            new Element(Fact.at("valueCodeableConcept"), LabValueReader::concept),
            new Element(Fact.at("valueRatio"), node -> pair(RATIO, ":", node)),
            new Element(Fact.at("valueRange"), node -> pair(RANGE, "-", node)),
            new Element(Fact.at("valueBoolean"), node -> words(node.asStringOpt())),
            new Element(Fact.at("dataAbsentReason"), LabValueReader::asText));

    private record Element(Fact fact, Function<JsonNode, Optional<LabValue>> reader) {

        Optional<LabValue> read(JsonNode part) {
            return fact.first(part, reader);
        }
    }

    private LabValueReader() {}

    /** The first value that says something. */
    static LabValue read(JsonNode part) {
        for (Element element : ELEMENTS) {
            Optional<LabValue> value = element.read(part);
            if (value.isPresent()) {
                return value.get();
            }
        }
        return new LabValue.Missing();
    }

    /** A quantity whose number is no number is kept as words. */
    private static Optional<LabValue> quantity(JsonNode node) {
        String unit = UNIT.text(node).orElse("");
        Comparator comparator = Comparator.of(COMPARATOR.text(node).orElse(""));
        return Quantity.value(node)
                .<LabValue>map(number -> new LabValue.Measured(comparator, number, unit))
                .or(() -> words(VALUE.text(node).map(text -> (comparator.sign() + text + " " + unit).strip())));
    }

    private static Optional<LabValue> number(JsonNode node) {
        return Numbers.read(node)
                .<LabValue>map(number -> new LabValue.Measured(Comparator.EXACTLY, number, ""))
                .or(() -> words(Fact.words(node)));
    }

    private static Optional<LabValue> concept(JsonNode node) {
        return words(Optional.of(Concepts.read(node).label()));
    }

    /** Titres and ranges are words: what they mean depends on the test. */
    private static Optional<LabValue> pair(Fact ends, String sign, JsonNode node) {
        return words(Optional.of(ends.in(node).stream()
                .flatMap(end -> Quantity.value(end).stream())
                .map(number -> number.toPlainString())
                .collect(Collectors.joining(sign))));
    }

    /** Some laboratories give the result as the reason why there is none, in the code {@code as-text}. */
    private static Optional<LabValue> asText(JsonNode node) {
        Concept reason = Concepts.read(node);
        boolean isResult =
                reason.codings().stream().anyMatch(coding -> coding.code().equals("as-text"));
        return isResult ? words(Optional.of(reason.text())) : Optional.empty();
    }

    private static Optional<LabValue> words(Optional<String> words) {
        return words.filter(text -> !text.isBlank()).map(LabValue.Worded::new);
    }
}
