package org.pmlguard.connect.check;

/**
 * A check and what came of it.
 *
 * @param id as {@link Check#id}
 * @param requirement as {@link Check#requirement}
 * @param source as {@link Check#source}
 */
public record Finding(String id, String requirement, String source, Result result) {

    /** Whether it did not hold. */
    public boolean isFailed() {
        return result instanceof Result.Failed;
    }

    /** {@code passed}, {@code failed} or {@code skipped}. */
    public String word() {
        return result.word();
    }

    /** What was seen, why it was skipped, or what is wrong; may be empty. */
    public String seen() {
        return switch (result) {
            case Result.Passed passed -> passed.note();
            case Result.Failed failed -> failed.wrong();
            case Result.Skipped skipped -> skipped.why();
        };
    }

    /** What to do; empty unless it failed. */
    public String remedy() {
        return result instanceof Result.Failed failed ? failed.remedy() : "";
    }
}
