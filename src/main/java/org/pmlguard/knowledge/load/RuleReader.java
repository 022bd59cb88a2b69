package org.pmlguard.knowledge.load;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.pmlguard.knowledge.drug.Drugs;
import org.pmlguard.knowledge.rule.Absorption;
import org.pmlguard.knowledge.rule.Grade;
import org.pmlguard.knowledge.rule.Indicator;
import org.pmlguard.knowledge.rule.Recalled;
import org.pmlguard.knowledge.rule.Rule;
import org.pmlguard.knowledge.rule.Standing;

/** One rule of a rule file. */
final class RuleReader {

    private final Drugs drugs;
    private final CriterionReader criteria;

    RuleReader(Drugs drugs, CriterionReader criteria) {
        this.drugs = drugs;
        this.criteria = criteria;
    }

    /** The rule; empty, and noted, if it names something that does not exist. */
    Optional<Rule> read(String file, Entry entry, Violations violations) {
        try {
            return Optional.of(rule(entry));
        } catch (IllegalArgumentException e) {
            violations.add(file + " " + entry.text("id"), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Rule rule(Entry entry) {
        return new Rule(
                entry.text("id"),
                entry.text("version"),
                entry.text("title"),
                drugs.set(entry.texts("order")).without(drugs.set(entry.texts("order-except"))),
                levels(entry),
                entry.entries("show").stream().map(criteria::read).toList(),
                Grade.valueOf(entry.text("grade")),
                entry.flag("floor"),
                absorbs(entry),
                Set.copyOf(entry.texts("only-with")),
                entry.texts("evidence"),
                entry.text("status"),
                entry.entries("recalled").stream().map(this::recalled).toList(),
                entry.flag(Overlay.SHADOW));
    }

    private Recalled recalled(Entry entry) {
        return new Recalled(drugs.set(entry.texts("drugs")), entry.text("statement"), entry.texts("supported-by"));
    }

    /** A rule with a single level states it without the list. */
    private List<Rule.Level> levels(Entry entry) {
        List<Entry> levels = entry.has("levels") ? entry.entries("levels") : List.of(entry);
        return levels.stream().map(this::level).toList();
    }

    private Rule.Level level(Entry entry) {
        return new Rule.Level(
                Indicator.valueOf(entry.text("indicator").toUpperCase(Locale.ROOT)),
                criteria.read(entry.entry("when")),
                entry.text("summary"),
                entry.texts("advice"),
                entry.texts("override-reasons"),
                entry.has("standing") ? Optional.of(standing(entry.entry("standing"))) : Optional.empty());
    }

    private static Standing standing(Entry entry) {
        return new Standing(
                entry.text("while").equals("acting"),
                entry.optional("summary"),
                entry.has("advice") ? Optional.of(entry.texts("advice")) : Optional.empty());
    }

    private static Absorption absorbs(Entry entry) {
        return entry.has("absorbs-all-but")
                ? new Absorption.AllBut(Set.copyOf(entry.texts("absorbs-all-but")))
                : new Absorption.Only(Set.copyOf(entry.texts("absorbs")));
    }
}
