package org.pmlguard.risk.memory;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/** Why an answer holds no longer. */
public sealed interface Change {

    /** One input has another value than before. */
    record Moved(String label, String before, String now) implements Change {}

    /** The same value was found again, on another day. */
    record Repeated(String label, String value, Optional<LocalDate> date) implements Change {}

    /** An input was not there before: a drug, a condition, a result. */
    record Added(String label, String value) implements Change {}

    /** An input is there no longer. */
    record Gone(String label, String value) implements Change {}

    /** Other rules speak, or at another level, on the same facts. */
    record OtherRules() implements Change {}

    /** The knowledge pack is another. */
    record OtherKnowledge(String before, String now) implements Change {}

    /** Not all of the record could be read, so nobody knows whether anything has changed. */
    record NotAllRead() implements Change {}

    /** The time the reason holds for is over. */
    record TimeOver(Period held) implements Change {}
}
