package org.pmlguard.knowledge.load;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pmlguard.clinical.CodeSystem;
import org.pmlguard.clinical.Coding;
import org.pmlguard.knowledge.lab.LabTest;
import org.pmlguard.knowledge.lab.LabTests;
import org.pmlguard.knowledge.lab.Polarity;
import org.pmlguard.knowledge.terms.PhraseIndex;
import org.pmlguard.knowledge.terms.Phrases;
import org.pmlguard.knowledge.terms.TermIndex;
import org.pmlguard.knowledge.terms.Terms;

/** {@code tests.yaml} and its value sets. */
final class TestReader {

    private static final BigDecimal NO_LIMIT = new BigDecimal("1E12");

    private final ValueSets valueSets;

    TestReader(ValueSets valueSets) {
        this.valueSets = valueSets;
    }

    LabTests read(Entry file) {
        Map<LabTest, List<Terms>> codes = new LinkedHashMap<>();
        Map<LabTest, Phrases> phrases = new LinkedHashMap<>();
        for (Entry entry : file.entries("tests")) {
            LabTest test = test(entry);
            codes.put(test, valueSets.named("tests.yaml " + test.id(), entry.texts("value-sets")));
            phrases.put(test, entry.phrases("text"));
        }
        return new LabTests(List.copyOf(codes.keySet()), TermIndex.over(codes), PhraseIndex.over(phrases));
    }

    private static LabTest test(Entry entry) {
        return new LabTest(
                entry.text("id"),
                entry.text("name"),
                entry.text("unit"),
                units(entry),
                entry.texts("whole-number-units").stream().map(LabTest::folded).toList(),
                entry.entry("plausible").number("from").orElse(BigDecimal.ZERO),
                entry.entry("plausible").number("to").orElse(NO_LIMIT),
                words(entry),
                entry.flag("named-despite-loinc"),
                entry.flag("low-is-worse"),
                entry.flag("negative-is-zero"),
                orderCode(entry));
    }

    private static Map<String, BigDecimal> units(Entry entry) {
        return entry.named("units").entrySet().stream()
                .collect(Collectors.toMap(
                        unit -> LabTest.folded(unit.getKey()),
                        unit -> unit.getValue().node().decimalValue(),
                        (first, same) -> first));
    }

    private static Map<Polarity, Phrases> words(Entry entry) {
        Map<Polarity, Phrases> words = new EnumMap<>(Polarity.class);
        words.put(Polarity.POSITIVE, phrases(entry, "positive"));
        words.put(Polarity.NEGATIVE, phrases(entry, "negative"));
        words.put(Polarity.INDETERMINATE, phrases(entry, "indeterminate"));
        return words;
    }

    private static Phrases phrases(Entry entry, String polarity) {
        return new Phrases(entry.entry("words").texts(polarity), List.of());
    }

    private static Optional<Coding> orderCode(Entry entry) {
        Entry code = entry.entry("order-code");
        return code.optional("code")
                .map(value -> new Coding(CodeSystem.of(code.text("system")), value, code.text("display")));
    }
}
