package org.pmlguard.card;

import java.util.stream.Collectors;
import org.pmlguard.risk.memory.Change;
import org.pmlguard.risk.memory.Lapse;

/** The line of a card that was answered before: when, why, and what has changed since. */
final class LapseLine {

    private static final int MOST_CHANGES = 4;

    private LapseLine() {}

    static String of(Lapse lapse) {
        String changes =
                lapse.why().stream().limit(MOST_CHANGES).map(LapseLine::words).collect(Collectors.joining(" · "));
        return "Overridden " + FactLine.day(lapse.answer().on()) + " ("
                + Plain.markdown(lapse.answer().words()) + "). Since then: " + changes + ".";
    }

    private static String words(Change change) {
        return switch (change) {
            case Change.Moved moved -> label(moved.label()) + " " + value(moved.before()) + " → " + value(moved.now());
            case Change.Repeated repeated ->
                label(repeated.label()) + " " + (value(repeated.value()) + " again").strip()
                        + repeated.date()
                                .map(day -> " (" + FactLine.day(day) + ")")
                                .orElse("");
            case Change.Added added -> "new: " + (label(added.label()) + " " + value(added.value())).strip();
            case Change.Gone gone -> "no longer: " + (label(gone.label()) + " " + value(gone.value())).strip();
            case Change.OtherRules rules -> "another rule speaks on the same facts";
            case Change.OtherKnowledge other -> "the knowledge changed (" + other.before() + " → " + other.now() + ")";
            case Change.NotAllRead notAllRead -> "not all of the record could be read";
            case Change.TimeOver over -> "the time this reason holds for is over";
        };
    }

    private static String label(String label) {
        return Plain.markdown(label);
    }

    private static String value(String value) {
        return Plain.markdown(FactLine.worded(value));
    }
}
