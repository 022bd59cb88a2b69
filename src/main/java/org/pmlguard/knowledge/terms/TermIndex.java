package org.pmlguard.knowledge.terms;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.pmlguard.clinical.CodeSystem;
import org.pmlguard.clinical.Coding;

/** From a code to the things it means, in constant time. Immutable once built. */
public final class TermIndex<T> {

    private final Map<CodeSystem, Map<String, Set<T>>> exact;
    private final Map<CodeSystem, Map<String, Set<T>>> branches;

    private TermIndex(Map<CodeSystem, Map<String, Set<T>>> exact, Map<CodeSystem, Map<String, Set<T>>> branches) {
        this.exact = exact;
        this.branches = branches;
    }

    /** An index over things and the terms that mean them. */
    public static <T> TermIndex<T> over(Map<T, List<Terms>> meanings) {
        Map<CodeSystem, Map<String, Set<T>>> exact = new EnumMap<>(CodeSystem.class);
        Map<CodeSystem, Map<String, Set<T>>> branches = new EnumMap<>(CodeSystem.class);
        meanings.forEach((thing, sets) -> sets.forEach(terms -> {
            terms.codes().forEach(term -> put(exact, term, thing));
            terms.branches().forEach(term -> put(branches, term, thing));
        }));
        return new TermIndex<>(exact, branches);
    }

    /** What a code means; empty for a code that means nothing here. */
    public Set<T> meanings(Coding coding) {
        if (coding.code().isBlank() || coding.system() == CodeSystem.OTHER) {
            return Set.of();
        }
        List<String> spellings = CodeForm.of(coding.system(), coding.code());
        if (spellings.size() == 1 && !branches.containsKey(coding.system())) {
            return exactly(coding.system(), spellings.getFirst());
        }
        Set<T> found = new LinkedHashSet<>();
        for (String code : spellings) {
            found.addAll(exactly(coding.system(), code));
            addBranches(coding.system(), code, found);
        }
        return found;
    }

    private Set<T> exactly(CodeSystem system, String code) {
        Map<String, Set<T>> ofSystem = exact.get(system);
        Set<T> found = ofSystem == null ? null : ofSystem.get(code);
        return found == null ? Set.of() : found;
    }

    /** How many codes mean the thing; a branch counts once. */
    public int codesOf(T thing) {
        return (int) Stream.of(exact, branches)
                .flatMap(index -> index.values().stream())
                .flatMap(codes -> codes.values().stream())
                .filter(things -> things.contains(thing))
                .count();
    }

    private void addBranches(CodeSystem system, String code, Set<T> found) {
        Map<String, Set<T>> ofSystem = branches.getOrDefault(system, Map.of());
        if (ofSystem.isEmpty()) {
            return;
        }
        for (int length = 1; length <= code.length(); length++) {
            found.addAll(ofSystem.getOrDefault(code.substring(0, length), Set.of()));
        }
    }

    private static <T> void put(Map<CodeSystem, Map<String, Set<T>>> into, Terms.Term term, T thing) {
        Map<String, Set<T>> ofSystem = into.computeIfAbsent(term.system(), system -> new HashMap<>());
        CodeForm.filed(term.system(), term.code())
                .forEach(code -> ofSystem.computeIfAbsent(code, key -> new LinkedHashSet<>())
                        .add(thing));
    }
}
