package org.pmlguard.replay;

import java.util.Locale;

/** By what orders are counted together. */
enum Dimension {
    ALL("All orders"),
    DRUG("Drug"),
    RULE("Rule"),
    CLINIC("Clinic"),
    WEEK("Week beginning"),
    HOOK("Hook"),
    GAP("What was not known");

    private final String words;

    Dimension(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
