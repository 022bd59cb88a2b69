package org.pmlguard.knowledge.rule;

/** What is known of a patient's JC virus antibodies. */
public enum JcvStatus {
    /** No usable result on file. */
    NONE,
    NEGATIVE,
    /** Index 0.20 to 0.40 without an inhibition result. */
    INDETERMINATE,
    POSITIVE,
    /** Positive, and no laboratory reported the index. */
    POSITIVE_WITHOUT_INDEX
}
