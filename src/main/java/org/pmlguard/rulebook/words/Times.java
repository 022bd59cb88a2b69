package org.pmlguard.rulebook.words;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lengths of time in words. */
public final class Times {

    private static final int FEW_DAYS = 60;
    private static final double DAYS_IN_A_MONTH = 30.4375;

    private Times() {}

    /** {@code 24 months}; {@code 183 days (about 6 months)}, since nobody counts so many days. */
    public static String words(Period time) {
        List<String> words = new ArrayList<>();
        add(words, time.getYears(), "year");
        add(words, time.getMonths(), "month");
        add(words, time.getDays(), "day");
        return String.join(" and ", words) + roughly(time);
    }

    /** The same behind what it limits; nothing for no limit. */
    static String inTheLast(Optional<Period> within) {
        return within.map(time -> " in the last " + words(time)).orElse("");
    }

    private static void add(List<String> words, int count, String unit) {
        if (count != 0) {
            words.add(count + " " + unit + (count == 1 ? "" : "s"));
        }
    }

    private static String roughly(Period time) {
        boolean days = time.getYears() == 0 && time.getMonths() == 0 && time.getDays() >= FEW_DAYS;
        return days ? " (about " + Math.round(time.getDays() / DAYS_IN_A_MONTH) + " months)" : "";
    }
}
