package org.pmlguard.hook;

import org.pmlguard.cdshooks.Outcome;

/** A call that is not answered, and the status that says why. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Outcome outcome;

    private Refusal(int status, Outcome.Code code, String text) {
        super(text, null, false, false);
        this.status = status;
        this.outcome = Outcome.of(code, text);
    }

    int status() {
        return status;
    }

    Outcome outcome() {
        return outcome;
    }

    /** There is no such service. */
    static Refusal unknownService() {
        return new Refusal(404, Outcome.Code.NOT_FOUND, "No service has this id; see /cds-services");
    }

    /** The tenant may not call this hook. */
    static Refusal notAllowed() {
        return new Refusal(403, Outcome.Code.FORBIDDEN, "This hook is not registered for the caller");
    }

    /** The body did not arrive in time. */
    static Refusal tooSlow() {
        return new Refusal(408, Outcome.Code.TIMEOUT, "The body did not arrive in time");
    }

    /** The body is larger than {@code pmlguard.max-body}. */
    static Refusal tooLarge() {
        return new Refusal(413, Outcome.Code.TOO_LONG, "The body is larger than this server reads");
    }

    /** The body is compressed. */
    static Refusal compressed() {
        return new Refusal(415, Outcome.Code.NOT_SUPPORTED, "The body must not be compressed: no Content-Encoding");
    }

    /** The body is not declared as JSON. */
    static Refusal notJson() {
        return new Refusal(415, Outcome.Code.NOT_SUPPORTED, "The body must be application/json");
    }

    /** Too much is arriving at once to hold it. */
    static Refusal noRoom() {
        return new Refusal(503, Outcome.Code.THROTTLED, "Too much is being sent at once; try again later");
    }

    /** What was sent could not be committed; it may be sent again. */
    static Refusal tryAgain() {
        return new Refusal(503, Outcome.Code.EXCEPTION, "Not recorded; please send it again");
    }
}
