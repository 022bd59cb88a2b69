package org.pmlguard.terminology;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pmlguard.clinical.CodeSystem;

/** The codes found for each value set, sorted: the same files always give the same value sets. */
final class Harvest {

    private static final Comparator<String> BY_NUMBER =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private final SortedMap<String, Map<CodeSystem, SortedMap<String, String>>> sets = new TreeMap<>();
    private final Map<Integer, String> setOf = new TreeMap<>();

    /** How a concept acts: in the whole body, or where it is put. */
    enum Use {
        SYSTEMIC,
        LOCAL
    }

    static String valueSet(String drug, Use use) {
        return "drug-" + drug + (use == Use.LOCAL ? "-local" : "");
    }

    void concept(String drug, Use use, RxNorm.Concept concept) {
        String set = valueSet(drug, use);
        setOf.put(concept.rxcui(), set);
        add(set, CodeSystem.RXNORM, String.valueOf(concept.rxcui()), concept.name());
    }

    /** Files an NDC where its concept is filed. */
    void ndc(int rxcui, String ndc, String name) {
        Optional.ofNullable(setOf.get(rxcui)).ifPresent(set -> ndc(set, ndc, name));
    }

    void ndc(String set, String ndc, String name) {
        add(set, CodeSystem.NDC, ndc.replace("-", ""), name);
    }

    private void add(String set, CodeSystem system, String code, String name) {
        sets.computeIfAbsent(set, key -> new TreeMap<>())
                .computeIfAbsent(system, key -> new TreeMap<>(BY_NUMBER))
                .putIfAbsent(code, name);
    }

    SortedMap<String, Map<CodeSystem, SortedMap<String, String>>> sets() {
        return sets;
    }
}
