package org.pmlguard.cdshooks;

/**
 * A body that breaks a CDS Hooks rule which no tolerance covers; a server answers it with 400.
 *
 * <p>Neither path nor rule nor message ever holds a value of the body, because it may name a patient.
 */
public final class BadCall extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;
    private final String rule;

    /**
     * Takes the path of the offending element ({@code context.draftOrders}, empty for the body as a whole) and the rule
     * it breaks.
     */
    public BadCall(String path, String rule) {
        super(path.isEmpty() ? rule : path + ": " + rule, null, false, true);
        this.path = path;
        this.rule = rule;
    }

    /** Where the rule is broken, for instance {@code context.draftOrders}; empty if it is the body as a whole. */
    public String path() {
        return path;
    }

    /** What the body should have held, as a sentence for the people who run the EHR. */
    public String rule() {
        return rule;
    }
}
