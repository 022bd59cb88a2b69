package org.pmlguard.review;

import java.util.List;
import java.util.Optional;

/** One thing that a pharmacist does with a case. A note of blanks is none. */
record Act(Action action, Optional<String> code, Optional<String> note) {

    static final int LONGEST_NOTE = 4_000;

    /** Reads a form; throws {@link Refused} with what is wrong with it. */
    static Act of(String action, String code, String note) {
        Action known = Action.of(action)
                .filter(one -> one != Action.SUPERSEDE)
                .orElseThrow(() -> new Refused("There is no such action."));
        List<? extends Coded> list = Coded.of(known);
        if (!list.isEmpty() && Coded.find(list, code).isEmpty()) {
            throw new Refused("Choose what applies from the list.");
        }
        String text = note.strip();
        if (text.isEmpty() && known == Action.NOTE) {
            throw new Refused("A note needs some words.");
        }
        if (text.length() > LONGEST_NOTE || text.indexOf('\0') >= 0) {
            throw new Refused("A note has at most " + LONGEST_NOTE + " characters.");
        }
        return new Act(
                known,
                Optional.of(code).filter(one -> !list.isEmpty()),
                Optional.of(text).filter(one -> !one.isEmpty()));
    }

    /** Shows no note: it may speak of a patient. */
    @Override
    public String toString() {
        return "Act[" + action + "]";
    }
}
