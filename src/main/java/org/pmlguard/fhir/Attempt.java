package org.pmlguard.fhir;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.pmlguard.clinical.Gap;

/**
 * One try at a question.
 *
 * @param fetched what came of it
 * @param health what it says about the server
 * @param detail for the log: a status or the kind of a failure, never anything the server wrote
 */
record Attempt(Fetched fetched, Health health, String detail) {

    private static final String NOT_MADE = "not asked";

    /** How the server seems to be. */
    enum Health {
        /** It answers, also if it answers no; or it was not asked. */
        WELL,
        /** It fails in a way that may have passed a moment later. */
        FALTERING,
        FAILING
    }

    static Attempt well(Fetched fetched, String detail) {
        return new Attempt(fetched, Health.WELL, detail);
    }

    /** The server was not asked. */
    static Attempt notMade(Gap.Cause why) {
        return new Attempt(new Fetched.Nothing(why), Health.WELL, NOT_MADE);
    }

    boolean wasMade() {
        return !detail.equals(NOT_MADE);
    }

    static Attempt late() {
        return new Attempt(new Fetched.Nothing(Gap.Cause.TIMED_OUT), Health.FAILING, "late");
    }

    /** The connection, or what was to come over it, failed. */
    static Attempt broken(Exception failure) {
        String detail = failure.getClass().getSimpleName();
        return switch (failure) {
            case Allowance.Exceeded tooMuch -> well(new Fetched.Nothing(Gap.Cause.UNREADABLE), detail);
            case CheckedResolver.NotAllowed elsewhere ->
                well(new Fetched.Nothing(Gap.Cause.ADDRESS_NOT_ALLOWED), detail);
            case InterruptedIOException waited -> late();
            case UnknownHostException unknown -> unreachable(Health.FAILING, detail);
            case MessageConstraintException endless -> unreachable(Health.FAILING, detail);
            case SSLException insecure -> unreachable(Health.FAILING, detail);
            case IOException broken -> unreachable(Health.FALTERING, detail);
            default -> unreachable(Health.FAILING, detail);
        };
    }

    private static Attempt unreachable(Health health, String detail) {
        return new Attempt(new Fetched.Nothing(Gap.Cause.UNREACHABLE), health, detail);
    }
}
