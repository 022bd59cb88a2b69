package org.pmlguard.connect.dsi;

import java.util.List;
import java.util.stream.Collectors;
import org.pmlguard.knowledge.rule.Citation;
import org.pmlguard.knowledge.rule.Rule;

/**
 * The attributes of one rule.
 *
 * @param citations what it rests on
 * @param inputs what it looks at, in words
 * @param attributes all thirteen
 */
public record RuleAttributes(Rule rule, List<Citation> citations, List<String> inputs, List<Attribute> attributes) {

    public RuleAttributes {
        citations = List.copyOf(citations);
        inputs = List.copyOf(inputs);
        attributes = List.copyOf(attributes);
    }

    /** {@code order, diagnoses}. */
    public String looksAt() {
        return String.join(", ", inputs);
    }

    /** The characteristics of the patient that it uses; {@code none}. */
    public String characteristics() {
        String used = Inputs.of(rule).stream()
                .filter(Input::isCharacteristic)
                .map(Input::words)
                .collect(Collectors.joining(", "));
        return used.isEmpty() ? "none" : used;
    }
}
