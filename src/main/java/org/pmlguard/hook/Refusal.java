package org.pmlguard.hook;

import org.pmlguard.cdshooks.Outcome;

/** A call that is not answered, and the status that says why. */
abstract sealed class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Outcome outcome;

    private Refusal(int status, Outcome outcome) {
        super(outcome.text(), null, false, false);
        this.status = status;
        this.outcome = outcome;
    }

    int status() {
        return status;
    }

    Outcome outcome() {
        return outcome;
    }

    /** There is no such service. */
    static final class UnknownService extends Refusal {
        private static final long serialVersionUID = 1L;

        UnknownService() {
            super(404, Outcome.of(Outcome.Code.NOT_FOUND, "No service has this id; see /cds-services"));
        }
    }

    /** The tenant may not call this hook. */
    static final class NotAllowed extends Refusal {
        private static final long serialVersionUID = 1L;

        NotAllowed() {
            super(403, Outcome.of(Outcome.Code.FORBIDDEN, "This hook is not registered for the caller"));
        }
    }

    /** The body did not arrive in time. */
    static final class TooSlow extends Refusal {
        private static final long serialVersionUID = 1L;

        TooSlow() {
            super(408, Outcome.of(Outcome.Code.TIMEOUT, "The body did not arrive in time"));
        }
    }

    /** The body is compressed. */
    static final class Compressed extends Refusal {
        private static final long serialVersionUID = 1L;

        Compressed() {
            super(415, Outcome.of(Outcome.Code.NOT_SUPPORTED, "The body must not be compressed: no Content-Encoding"));
        }
    }

    /** The body is larger than {@code pmlguard.max-body}. */
    static final class TooLarge extends Refusal {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super(413, Outcome.of(Outcome.Code.TOO_LONG, "The body is larger than this server reads"));
        }
    }

    /** The body is not declared as JSON. */
    static final class NotJson extends Refusal {
        private static final long serialVersionUID = 1L;

        NotJson() {
            super(415, Outcome.of(Outcome.Code.NOT_SUPPORTED, "The body must be application/json"));
        }
    }

    /** What was sent could not be committed; it may be sent again. */
    static final class TryAgain extends Refusal {
        private static final long serialVersionUID = 1L;

        TryAgain() {
            super(503, Outcome.of(Outcome.Code.EXCEPTION, "Not recorded; please send it again"));
        }
    }
}
