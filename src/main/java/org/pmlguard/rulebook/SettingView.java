package org.pmlguard.rulebook;

import java.time.Period;
import java.util.List;
import org.pmlguard.knowledge.rule.Setting;
import org.pmlguard.rulebook.words.Times;

/**
 * A setting as the rule book shows it.
 *
 * @param shipped the value without the site's changes, as it is written
 * @param evidence sources of the shipped value
 */
record SettingView(Setting setting, String shipped, List<CitationView> evidence) {

    SettingView {
        evidence = List.copyOf(evidence);
    }

    public boolean isChanged() {
        return !shipped.equals(setting.value());
    }

    public String words() {
        return words(setting.value());
    }

    public String shippedWords() {
        return words(shipped);
    }

    /** A length of time in words; anything else as it is written. */
    private static String words(String value) {
        return value.matches("P([0-9]+[YMWD])+") ? Times.words(Period.parse(value)) : value;
    }
}
