package org.pmlguard.cdshooks;

/** One entry of a feedback body, so that a bad one does not lose the good ones. */
public sealed interface FeedbackEntry {

    /** An entry that could be read. */
    record Valid(Feedback feedback) implements FeedbackEntry {}

    /**
     * An entry that breaks a rule.
     *
     * @param path where, as {@code feedback[0].outcome}
     * @param rule what it should have held, without anything of the body
     */
    record Rejected(String path, String rule) implements FeedbackEntry {}
}
