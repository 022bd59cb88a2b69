package org.pmlguard.clinical;

/** The parts of a chart that are read, and can fail, separately. */
public enum Section {
    ORDERED_DRUG("the ordered drug"),
    DIAGNOSES("diagnoses"),
    MEDICATIONS("medication history"),
    LABS("laboratory results"),
    PROCEDURES("procedures");

    private final String words;

    Section(String words) {
        this.words = words;
    }

    /** How a card names it, in the middle of a sentence. */
    public String words() {
        return words;
    }
}
