package org.pmlguard.knowledge.rule;

/** How well a rule is founded. */
public enum Grade {
    /** A statement of a US or EU label. */
    A("label statement"),
    /** A guideline, a consensus or a large cohort. */
    B("guideline, consensus or large cohort"),
    /** Case reports, a mechanism, a signal. */
    C("case reports or mechanism"),
    /** A decision of this project. */
    D("design decision");

    private final String words;

    Grade(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
