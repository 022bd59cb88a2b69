package org.pmlguard.connect.check;

import java.util.function.Supplier;

/**
 * One thing that must hold.
 *
 * @param id by which it is spoken of: {@code CALL-03}
 * @param requirement what must hold, in our words
 * @param source where that is asked for; "ours" where only we ask for it
 * @param trial tries it
 */
public record Check(String id, String requirement, String source, Supplier<Result> trial) {

    /** Tries it. A check that breaks has not passed. */
    public Finding run() {
        return new Finding(id, requirement, source, tried());
    }

    private Result tried() {
        try {
            return trial.get();
        } catch (NoAnswer silent) {
            return new Result.Failed(
                    "no answer: " + silent.getMessage(), "see whether the server runs and is reachable");
        } catch (RuntimeException e) {
            return new Result.Failed(
                    "the check itself broke (" + e.getClass().getSimpleName() + ")",
                    "look at the answer by hand, and report it");
        }
    }
}
