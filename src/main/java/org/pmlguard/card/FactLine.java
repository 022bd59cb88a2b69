package org.pmlguard.card;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.pmlguard.risk.Fact;

/** A fact as a card says it: {@code JCV antibody index: 2.1 (12 Oct 2026)}. */
final class FactLine {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private FactLine() {}

    static String of(Fact fact) {
        StringBuilder line =
                new StringBuilder(capitalised(fact.label())).append(": ").append(Plain.markdown(worded(fact.value())));
        line.append(spaced(fact.unit()));
        fact.ours().ifPresent(ours -> line.append(" = ").append(ours.value()).append(spaced(ours.unit())));
        fact.date()
                .ifPresent(day -> line.append(fact.since() ? " (since " : " (")
                        .append(day(day))
                        .append(')'));
        return line.toString();
    }

    private static String capitalised(String label) {
        return Character.toUpperCase(label.charAt(0)) + label.substring(1);
    }

    private static String spaced(String unit) {
        return unit.isEmpty() ? "" : " " + Plain.markdown(unit(unit));
    }

    /** A power of ten as people write it: an asterisk would be markup. */
    private static String unit(String unit) {
        return unit.startsWith("10*") ? "x10^" + unit.substring(3) : unit;
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** {@code <0.20} reads "below 0.20": an angle bracket would be markup to some EHRs. */
    static String worded(String value) {
        if (value.startsWith("<=")) {
            return "at most " + value.substring(2).strip();
        }
        if (value.startsWith(">=")) {
            return "at least " + value.substring(2).strip();
        }
        if (value.startsWith("<")) {
            return "below " + value.substring(1).strip();
        }
        return value.startsWith(">") ? "above " + value.substring(1).strip() : value;
    }
}
