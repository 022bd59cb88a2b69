package org.pmlguard.knowledge.load;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.rule.Absorption;
import org.pmlguard.knowledge.rule.Advice;
import org.pmlguard.knowledge.rule.Advice.Proposal;
import org.pmlguard.knowledge.rule.RiskTable;
import org.pmlguard.knowledge.rule.Rule;
import org.pmlguard.knowledge.rule.Standing;

/** What a schema cannot see: that every name names something, and that every summary can be filled. */
final class CrossCheck {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z0-9-]+)}");

    private final Knowledge knowledge;
    private final List<String> rules;
    private final Violations violations;

    /** Takes the ids of all rules, also of those a site has switched off: others may still name them. */
    CrossCheck(Knowledge knowledge, List<String> rules, Violations violations) {
        this.knowledge = knowledge;
        this.rules = List.copyOf(rules);
        this.violations = violations;
    }

    void run() {
        distinct("rule", rules);
        distinct("drug", knowledge.drugs().all().stream().map(drug -> drug.id()).toList());
        distinct(
                "condition",
                knowledge.conditions().all().stream().map(one -> one.id()).toList());
        distinct("test", knowledge.tests().all().stream().map(test -> test.id()).toList());
        knowledge.rules().forEach(this::check);
        knowledge.figures().tables().forEach(this::check);
        knowledge.advice().values().forEach(this::check);
        knowledge
                .drugs()
                .all()
                .forEach(drug -> exist(drug.id(), "evidence", drug.evidence(), knowledge.evidence()::containsKey));
        knowledge
                .conditions()
                .all()
                .forEach(one -> exist(one.id(), "evidence", one.evidence(), knowledge.evidence()::containsKey));
    }

    private void distinct(String kind, List<String> ids) {
        Set<String> seen = new HashSet<>();
        ids.stream().filter(id -> !seen.add(id)).forEach(id -> violations.add(kind + " " + id, "stands twice"));
    }

    private void check(Rule rule) {
        exist(rule.id(), "evidence", rule.evidence(), knowledge.evidence()::containsKey);
        exist(rule.id(), "drug set", rule.order().named(), this::isDrugSet);
        rule.recalled().forEach(one -> {
            exist(rule.id(), "drug set", one.drugs().named(), this::isDrugSet);
            exist(rule.id(), "source of support", one.supportedBy(), knowledge.evidence()::containsKey);
        });
        exist(rule.id(), "rule to stand beside", rule.onlyWith(), rules::contains);
        if (rule.absorbs() instanceof Absorption.Only only) {
            exist(rule.id(), "rule to absorb", only.rules(), rules::contains);
        }
        rule.levels().forEach(level -> check(rule, level));
        rule.show().forEach(criterion -> names(rule.id(), new Mentions(criterion)));
    }

    private void check(RiskTable table) {
        exist(table.id(), "evidence", table.evidence(), knowledge.evidence()::containsKey);
        exist(table.id(), "drug set", table.drugs().named(), this::isDrugSet);
        exist(table.id(), "rule to stand beside", table.beside(), rules::contains);
        names(table.id(), new Mentions(table.unless()));
        table.cells().forEach(cell -> names(table.id(), new Mentions(cell.when())));
    }

    private void check(Rule rule, Rule.Level level) {
        exist(rule.id(), "advice", level.advice(), knowledge.advice()::containsKey);
        exist(rule.id(), "override reason", level.overrideReasons(), knowledge.overrideReasons()::containsKey);
        Mentions mentions = new Mentions(level.when());
        names(rule.id(), mentions);
        Set<String> facts = new HashSet<>(mentions.facts());
        facts.add("drug");
        level.standing().ifPresent(standing -> check(rule, standing));
        Stream.concat(
                        Stream.of(level.summary()),
                        level.standing().stream().flatMap(standing -> standing.summary().stream()))
                .flatMap(summary -> places(summary).stream())
                .filter(place -> !facts.contains(place))
                .forEach(place ->
                        violations.add(rule.id(), "its summary speaks of {" + place + "}, its criteria do not"));
    }

    private void check(Rule rule, Standing standing) {
        exist(rule.id(), "advice", standing.advice().orElse(List.of()), knowledge.advice()::containsKey);
    }

    private void names(String rule, Mentions mentions) {
        exist(
                rule,
                "condition",
                mentions.conditions(),
                id -> knowledge.conditions().byId(id).isPresent());
        exist(
                rule,
                "procedure",
                mentions.procedures(),
                id -> knowledge.procedures().byId(id).isPresent());
        exist(rule, "test", mentions.tests(), id -> knowledge.tests().byId(id).isPresent());
    }

    private void check(Advice advice) {
        if (advice.proposal().orElse(null) instanceof Proposal.OrderTest order
                && knowledge
                        .tests()
                        .byId(order.test())
                        .flatMap(test -> test.orderCode())
                        .isEmpty()) {
            violations.add("advice " + advice.id(), "orders a test without a code to order it with");
        }
    }

    private void exist(String owner, String kind, Collection<String> names, Predicate<String> exists) {
        names.stream()
                .filter(exists.negate())
                .forEach(name -> violations.add(owner, "names a " + kind + " that does not exist: " + name));
    }

    private boolean isDrugSet(String name) {
        return knowledge.drugs().unknown(List.of(name)).isEmpty();
    }

    private static List<String> places(String summary) {
        return PLACE.matcher(summary).results().map(place -> place.group(1)).toList();
    }
}
