package org.pmlguard.replay;

import java.util.Locale;

/** Why a line, or the order in it, came to nothing. Never says what stands in the line. */
enum Fault {
    NOT_JSON("the line is not one JSON object"),
    TOO_LONG("the line is longer than " + Lines.LONGEST + " bytes"),
    CUT_SHORT("the compressed file ends here, in the middle"),
    NOT_FHIR("the object is neither a FHIR resource nor a CDS Hooks request"),
    NO_PATIENT("the resource does not say whose it is, in a way that can be followed"),
    BAD_CALL("the server would refuse the request"),
    NO_DATE("the order has no date"),
    TOO_MUCH("the patient has more resources than are kept for one"),
    FAILED("the check failed on our side");

    private final String words;

    Fault(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the line was read, and the order in it could not be checked. */
    boolean isOfOrder() {
        return this == NO_DATE || this == TOO_MUCH || this == FAILED;
    }
}
