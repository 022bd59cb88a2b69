package org.pmlguard.connect.check;

/** What came of a check. Only {@link Passed} counts as passed. */
public sealed interface Result {

    /**
     * It holds.
     *
     * @param note what was seen; may be empty
     */
    record Passed(String note) implements Result {}

    /**
     * It does not hold.
     *
     * @param wrong what was seen instead, without a patient's data or a secret
     * @param remedy what to do about it
     */
    record Failed(String wrong, String remedy) implements Result {}

    /** It was not looked at. */
    record Skipped(String why) implements Result {}

    /** It holds, and there is nothing to add. */
    static Result passed() {
        return new Passed("");
    }

    /** Passed if it holds, else failed with these words. */
    static Result of(boolean holds, String wrong, String remedy) {
        return holds ? passed() : new Failed(wrong, remedy);
    }

    /** One word for it. */
    default String word() {
        return switch (this) {
            case Passed passed -> "passed";
            case Failed failed -> "failed";
            case Skipped skipped -> "skipped";
        };
    }
}
