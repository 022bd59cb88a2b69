package org.pmlguard.knowledge.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pmlguard.knowledge.condition.Condition;
import org.pmlguard.knowledge.condition.Conditions;
import org.pmlguard.knowledge.condition.Weight;
import org.pmlguard.knowledge.terms.PhraseIndex;
import org.pmlguard.knowledge.terms.Phrases;
import org.pmlguard.knowledge.terms.TermIndex;
import org.pmlguard.knowledge.terms.Terms;

/** {@code conditions.yaml} and its value sets. */
final class ConditionReader {

    private final ValueSets valueSets;

    ConditionReader(ValueSets valueSets) {
        this.valueSets = valueSets;
    }

    Conditions read(Entry file, Phrases notThePatient) {
        Map<Condition, List<Terms>> codes = new LinkedHashMap<>();
        Map<Condition, Phrases> phrases = new LinkedHashMap<>();
        for (Entry entry : file.entries("conditions")) {
            Condition condition = condition(entry);
            codes.put(condition, valueSets.named("conditions.yaml " + condition.id(), entry.texts("value-sets")));
            phrases.put(condition, entry.phrases("text"));
        }
        return new Conditions(
                List.copyOf(codes.keySet()), TermIndex.over(codes), PhraseIndex.over(phrases), notThePatient);
    }

    private static Condition condition(Entry entry) {
        return new Condition(
                entry.text("id"),
                entry.text("name"),
                weight(entry.text("weight")),
                entry.flag("past-counts"),
                entry.texts("evidence"));
    }

    private static Weight weight(String letter) {
        return switch (letter) {
            case "M" -> Weight.MAJOR;
            case "m" -> Weight.MODERATE;
            case "w" -> Weight.WEAK;
            default -> Weight.NONE;
        };
    }
}
