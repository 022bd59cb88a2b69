package org.pmlguard.knowledge.rule;

import java.util.List;

/**
 * A named value of {@code settings.yaml}, as it is in force.
 *
 * @param value as it is written: a number, an ISO 8601 period, a word
 * @param meaning what it decides, in words
 * @param floor whether a site may not change it
 * @param evidence citations for the shipped value
 */
public record Setting(String name, String value, String meaning, boolean floor, List<String> evidence) {

    public Setting {
        evidence = List.copyOf(evidence);
    }
}
