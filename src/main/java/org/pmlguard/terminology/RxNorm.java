package org.pmlguard.terminology;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The concepts of RxNorm's own vocabulary and which of them hold which; rows of other sources are passed over. */
final class RxNorm {

    private static final String OWN = "RXNORM";

    /** From the second concept of a row to the first: who has the second also has the first in it. */
    private static final Set<String> HOLDS = Set.of(
            "has_ingredient",
            "has_ingredients",
            "has_precise_ingredient",
            "has_part",
            "consists_of",
            "contains",
            "tradename_of",
            "quantified_form_of",
            "reformulation_of",
            "form_of",
            "isa");

    private static final Set<String> HAS_FORM = Set.of("has_dose_form", "has_doseformgroup");

    private final Path folder;
    private final SortedMap<Integer, Concept> concepts = new TreeMap<>();
    private final Map<Integer, List<Integer>> holders = new HashMap<>();
    private final Map<Integer, List<Integer>> forms = new HashMap<>();

    private RxNorm(Path folder) {
        this.folder = folder;
    }

    /** @param type term type: IN, SCD, BN, DF ... */
    record Concept(int rxcui, String type, String name) {

        boolean isIngredient() {
            return type.equals("IN") || type.equals("PIN");
        }
    }

    static RxNorm read(Path folder, Findings findings) throws IOException {
        RxNorm rxnorm = new RxNorm(folder);
        new RrfFile(folder.resolve("RXNCONSO.RRF"), 17).read(findings, rxnorm::concept);
        new RrfFile(folder.resolve("RXNREL.RRF"), 11).read(findings, rxnorm::relation);
        return rxnorm;
    }

    /** The normalised name; synonyms and tall-man spellings of the same concept are passed over. */
    private void concept(String[] cells) {
        String type = cells[12];
        if (cells[11].equals(OWN) && !type.equals("SY") && !type.equals("TMSY") && !type.equals("PSN")) {
            int rxcui = Integer.parseInt(cells[0]);
            concepts.putIfAbsent(rxcui, new Concept(rxcui, type, cells[14]));
        }
    }

    private void relation(String[] cells) {
        if (!cells[10].equals(OWN) || !RrfFile.isNumber(cells[4])) {
            return;
        }
        int first = Integer.parseInt(cells[0]);
        int second = Integer.parseInt(cells[4]);
        if (HOLDS.contains(cells[7])) {
            holders.computeIfAbsent(first, key -> new ArrayList<>()).add(second);
        } else if (HAS_FORM.contains(cells[7])) {
            forms.computeIfAbsent(second, key -> new ArrayList<>()).add(first);
        }
    }

    /** NDCs by the concept they are filed under, streamed. */
    void packages(Findings findings, BiConsumer<Integer, String> ndc) throws IOException {
        new RrfFile(folder.resolve("RXNSAT.RRF"), 11).read(findings, cells -> {
            if (cells[8].equals("NDC") && cells[9].equals(OWN)) {
                ndc.accept(Integer.parseInt(cells[0]), cells[10]);
            }
        });
    }

    List<Concept> ingredients() {
        return concepts.values().stream().filter(Concept::isIngredient).toList();
    }

    /** A concept and everything that holds it: components, products, brands, packs. */
    List<Concept> above(int rxcui) {
        SortedSet<Integer> reached = new TreeSet<>(Set.of(rxcui));
        Deque<Integer> next = new ArrayDeque<>(reached);
        while (!next.isEmpty()) {
            for (int holder : holders.getOrDefault(next.remove(), List.of())) {
                if (reached.add(holder)) {
                    next.add(holder);
                }
            }
        }
        return known(reached).toList();
    }

    /** The names of the dose forms of a concept, or if it has none, of all that hold it. */
    List<String> forms(int rxcui) {
        List<String> own = names(rxcui);
        return own.isEmpty()
                ? above(rxcui).stream()
                        .flatMap(holder -> names(holder.rxcui()).stream())
                        .distinct()
                        .toList()
                : own;
    }

    private List<String> names(int rxcui) {
        return known(forms.getOrDefault(rxcui, List.of())).map(Concept::name).toList();
    }

    private Stream<Concept> known(Collection<Integer> rxcuis) {
        return rxcuis.stream().flatMap(rxcui -> Stream.ofNullable(concepts.get(rxcui)));
    }
}
