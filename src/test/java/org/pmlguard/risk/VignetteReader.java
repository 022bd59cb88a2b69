package org.pmlguard.risk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pmlguard.clinical.Chart;
import org.pmlguard.clinical.CodeSystem;
import org.pmlguard.clinical.Coding;
import org.pmlguard.clinical.Concept;
import org.pmlguard.clinical.Diagnosis;
import org.pmlguard.clinical.Diagnosis.Certainty;
import org.pmlguard.clinical.Diagnosis.Course;
import org.pmlguard.clinical.Dosing;
import org.pmlguard.clinical.Gap;
import org.pmlguard.clinical.Known;
import org.pmlguard.clinical.LabResult;
import org.pmlguard.clinical.LabValue;
import org.pmlguard.clinical.LabValue.Comparator;
import org.pmlguard.clinical.MedicationUse;
import org.pmlguard.clinical.MedicationUse.Source;
import org.pmlguard.clinical.MedicationUse.Status;
import org.pmlguard.clinical.Order;
import org.pmlguard.clinical.Procedure;
import org.pmlguard.clinical.Product;
import org.pmlguard.clinical.Section;
import org.pmlguard.clinical.Span;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the vignettes of a YAML file into the words of the ward. */
final class VignetteReader {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private VignetteReader() {}

    static Stream<Vignette> read(String file) {
        try (InputStream content = VignetteReader.class.getResourceAsStream("/vignettes/" + file)) {
            return YAML.readTree(content).valueStream().map(VignetteReader::vignette);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Vignette vignette(JsonNode node) {
        JsonNode expect = node.path("expect");
        return new Vignette(
                node.path("name").asString(),
                day(node, "today").orElseThrow(),
                order(node.path("order")),
                chart(node.path("chart")),
                new Vignette.Expectation(
                        expect.path("indicator").asString(),
                        texts(expect, "rules"),
                        texts(expect, "not"),
                        expect.path("estimate").asStringOpt(),
                        texts(expect, "facts")),
                node.path("why").asString(""));
    }

    private static Order order(JsonNode name) {
        JsonNode drug = name.isObject() ? name.path("drug") : name;
        Product product = Product.named(concept(drug));
        return new Order("MedicationRequest/draft", Known.read(product), dosing(name), Order.Purpose.TREAT);
    }

    private static Dosing dosing(JsonNode row) {
        return new Dosing(
                Optional.of(row.path("mg-a-day")).filter(JsonNode::isNumber).map(JsonNode::decimalValue),
                Optional.of(row.path("days")).filter(JsonNode::isNumber).map(days -> Period.ofDays(days.asInt())));
    }

    private static Chart chart(JsonNode chart) {
        List<String> unread = texts(chart, "unread");
        return new Chart(
                section(unread, Section.DIAGNOSES, rows(chart, "diagnoses").map(VignetteReader::diagnosis)),
                section(unread, Section.MEDICATIONS, rows(chart, "medications").map(VignetteReader::use)),
                section(unread, Section.LABS, rows(chart, "labs").map(VignetteReader::lab)),
                section(unread, Section.PROCEDURES, rows(chart, "procedures").map(VignetteReader::procedure)));
    }

    private static <T> Known<List<T>> section(List<String> unread, Section section, Stream<T> rows) {
        String name = section == Section.LABS ? "labs" : section.name().toLowerCase(java.util.Locale.ROOT);
        if (unread.contains(name)) {
            return Known.unavailable(Gap.in(section, Gap.Cause.SERVER_ERROR));
        }
        List<Gap> missing =
                unread.contains(name + "-partly") ? List.of(Gap.in(section, Gap.Cause.INCOMPLETE)) : List.of();
        return new Known.Read<>(rows.toList(), missing);
    }

    private static Diagnosis diagnosis(JsonNode row) {
        return new Diagnosis(
                concept(row.path("is")),
                row.path("past").asBoolean(false) ? Course.PAST : Course.ACTIVE,
                row.path("suspected").asBoolean(false) ? Certainty.SUSPECTED : Certainty.CONFIRMED,
                day(row, "since"),
                Optional.empty(),
                "Condition/1");
    }

    private static MedicationUse use(JsonNode row) {
        Status status = row.has("given")
                ? Status.GIVEN
                : row.has("until") || row.path("stopped").asBoolean(false) ? Status.ENDED : Status.ACTIVE;
        Span when = row.has("given")
                ? Span.on(day(row, "given").orElseThrow())
                : new Span(day(row, "since"), day(row, "until"));
        Source source = row.has("given") ? Source.ADMINISTERED : Source.ORDERED;
        return new MedicationUse(
                Product.named(concept(row.path("drug"))),
                status,
                when,
                dosing(row),
                source,
                Optional.empty(),
                "MedicationRequest/1");
    }

    private static Procedure procedure(JsonNode row) {
        return new Procedure(concept(row.path("is")), day(row, "on"), "Procedure/1");
    }

    private static LabResult lab(JsonNode row) {
        return new LabResult(concept(row.path("test")), value(row), day(row, "on"), "Observation/1");
    }

    private static LabValue value(JsonNode row) {
        JsonNode value = row.path("value");
        return value.isNumber()
                ? new LabValue.Measured(
                        Comparator.EXACTLY,
                        new BigDecimal(value.asString()),
                        row.path("unit").asString(""))
                : new LabValue.Worded(value.asString(""));
    }

    /** {@code LOINC 731-0} is a code; anything else is text. */
    private static Concept concept(JsonNode node) {
        String words = node.asString("");
        int space = words.indexOf(' ');
        return Stream.of(CodeSystem.values())
                .filter(system -> space > 0 && system.name().equals(words.substring(0, space)))
                .findFirst()
                .map(system -> new Concept(List.of(new Coding(system, words.substring(space + 1), "")), ""))
                .orElseGet(() -> Concept.ofText(words));
    }

    private static Optional<LocalDate> day(JsonNode node, String key) {
        return Optional.of(node.path(key).asString(""))
                .filter(day -> !day.isEmpty())
                .map(LocalDate::parse);
    }

    private static Stream<JsonNode> rows(JsonNode chart, String key) {
        return chart.path(key).valueStream();
    }

    private static List<String> texts(JsonNode node, String key) {
        return node.path(key).valueStream().map(JsonNode::asString).toList();
    }
}
