package org.pmlguard.connect.dsi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.rule.Citation;
import org.pmlguard.knowledge.rule.Rule;

/**
 * The thirteen source attributes of an evidence-based decision support intervention, 45 CFR 170.315(b)(11)(iv)(A), made from
 * the knowledge that is loaded, a site's changes included.
 */
public final class SourceAttributes {

    static final String NOT_PROVIDED = "not provided";
    private static final String DEVELOPER = "The PML Guard authors, an open-source project (Apache License 2.0)";

    private final Knowledge knowledge;
    private final Releases releases;

    public SourceAttributes(Knowledge knowledge, Releases releases) {
        this.knowledge = knowledge;
        this.releases = releases;
    }

    public Knowledge.Edition edition() {
        return knowledge.edition();
    }

    /** Those of the whole. */
    public List<Attribute> whole() {
        long sources = knowledge.rules().stream()
                .flatMap(rule -> rule.evidence().stream())
                .distinct()
                .count();
        return thirteen(
                sources + " sources: labels, guidelines, cohorts and case series; each rule names its own below",
                input -> {
                    List<String> users = knowledge.rules().stream()
                            .filter(rule -> Inputs.of(rule).contains(input))
                            .map(Rule::id)
                            .toList();
                    return users.isEmpty()
                            ? "not used by any of the " + knowledge.rules().size() + " rules"
                            : "used by " + String.join(", ", users);
                });
    }

    /** Those of each rule that is in force. */
    public List<RuleAttributes> rules() {
        return knowledge.rules().stream().map(this::of).toList();
    }

    RuleAttributes of(Rule rule) {
        List<Citation> citations = rule.evidence().stream()
                .flatMap(id -> Optional.ofNullable(knowledge.evidence().get(id)).stream())
                .toList();
        List<Attribute> attributes = thirteen(
                citations.stream().map(Citation::cite).collect(Collectors.joining("; ")) + " (grade " + rule.grade()
                        + ": " + rule.grade().words() + ")",
                input -> Inputs.of(rule).contains(input) ? "used" : "not used");
        List<String> inputs = Inputs.of(rule).stream()
                .filter(input -> !input.isCharacteristic())
                .map(Input::words)
                .toList();
        return new RuleAttributes(rule, citations, inputs, attributes);
    }

    private interface Use {
        String of(Input input);
    }

    private List<Attribute> thirteen(String citation, Use use) {
        List<Attribute> all = new ArrayList<>();
        all.add(new Attribute(1, "Bibliographic citation of the research or guideline", citation));
        all.add(new Attribute(2, "Developer: who made the intervention from it", developer()));
        all.add(new Attribute(3, "Funding source of the technical implementation", NOT_PROVIDED));
        all.add(new Attribute(4, "Release and revision dates", dates()));
        Inputs.characteristics()
                .forEach(input -> all.add(new Attribute(all.size() + 1, "Use of " + input.words(), use.of(input))));
        return all;
    }

    private String developer() {
        int changes = edition().siteChanges().size();
        return changes == 0 ? DEVELOPER : DEVELOPER + "; changed in " + changes + " places by the site that runs it";
    }

    private String dates() {
        return releases.of(edition().version())
                .map(revised -> "released " + releases.first() + ", version "
                        + edition().version() + " of " + revised)
                .orElse("version " + edition().version() + ": " + NOT_PROVIDED);
    }

    /** The thirty-one of a predictive intervention, each with the reason why it does not apply. */
    public List<Predictive.Group> predictive() {
        return Predictive.GROUPS;
    }
}
