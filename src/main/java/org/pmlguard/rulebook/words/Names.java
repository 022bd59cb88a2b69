package org.pmlguard.rulebook.words;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Ids as people read them, and several of them in a row. */
public final class Names {

    private static final Map<String, String> ABBREVIATIONS = Map.ofEntries(
            Map.entry("hiv", "HIV"),
            Map.entry("cd4", "CD4"),
            Map.entry("cd19", "CD19"),
            Map.entry("cd20", "CD20"),
            Map.entry("jcv", "JCV"),
            Map.entry("pml", "PML"),
            Map.entry("ms", "MS"),
            Map.entry("dmt", "DMT"),
            Map.entry("tnf", "TNF"),
            Map.entry("jak", "JAK"),
            Map.entry("btk", "BTK"),
            Map.entry("pi3k", "PI3K"),
            Map.entry("s1p", "S1P modulator"),
            Map.entry("cni", "calcineurin inhibitor"),
            Map.entry("mtor", "mTOR inhibitor"));

    private Names() {}

    /** {@code prior-immunosuppressant} reads "prior immunosuppressant". */
    public static String spaced(String id) {
        return Arrays.stream(id.split("-", -1))
                .map(word -> ABBREVIATIONS.getOrDefault(word, word))
                .collect(Collectors.joining(" "));
    }

    /** {@code a, b or c}. */
    static String or(List<String> names) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.getLast();
    }
}
