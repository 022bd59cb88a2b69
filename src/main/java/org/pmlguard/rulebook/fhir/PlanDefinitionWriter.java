package org.pmlguard.rulebook.fhir;

import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.ActionConditionKind;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.TriggerDefinition;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.rule.Rule;
import org.pmlguard.rulebook.words.Wording;

/**
 * A rule as an event-condition-action rule. Its conditions are in plain words: they are read, not run; what runs is in
 * the library.
 */
public final class PlanDefinitionWriter {

    private static final String ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    private final Knowledge knowledge;
    private final Wording wording;

    public PlanDefinitionWriter(Knowledge knowledge) {
        this.knowledge = knowledge;
        this.wording = new Wording(knowledge);
    }

    public PlanDefinition write(Rule rule) {
        PlanDefinition plan = new PlanDefinition();
        Published.describe(plan, rule.id(), knowledge.edition());
        plan.setVersion(rule.version());
        plan.setName(rule.id().replace("-", ""))
                .setTitle(rule.title())
                .setType(Published.type("plan-definition-type", "eca-rule", "ECA Rule"))
                .setDescription(description(rule))
                .addLibrary(Published.library(knowledge.edition()));
        rule.levels().forEach(level -> plan.addAction(action(rule, level)));
        rule.evidence().stream()
                .flatMap(id -> Optional.ofNullable(knowledge.evidence().get(id)).stream())
                .map(Published::citation)
                .forEach(plan::addRelatedArtifact);
        return plan;
    }

    private String description(Rule rule) {
        return "When " + wording.drugs(rule.order()) + " is ordered. Grade " + rule.grade() + " ("
                + rule.grade().words() + "). Provenance: " + rule.status() + ". Standing of the pack: "
                + knowledge.edition().standing() + ".";
    }

    private PlanDefinitionActionComponent action(Rule rule, Rule.Level level) {
        String condition = wording.of(level.when()).sentence();
        PlanDefinitionActionComponent action = new PlanDefinitionActionComponent()
                .setTitle(level.indicator().name().toLowerCase(Locale.ROOT) + ": " + rule.title())
                .setDescription("Card: " + level.summary())
                .addTrigger(on("order-sign"));
        if (level.standing().isPresent()) {
            action.addTrigger(on("patient-view"));
        }
        action.addCondition().setKind(ActionConditionKind.APPLICABILITY).setExpression(inWords(condition));
        level.advice().stream()
                .flatMap(id -> Optional.ofNullable(knowledge.advice().get(id)).stream())
                .forEach(advice -> action.addAction().setTitle(advice.consider()));
        return action;
    }

    /** FHIR asks for the language an expression is written in, and has no code for plain words. */
    private static Expression inWords(String condition) {
        Expression expression = new Expression().setDescription(condition).setExpression(condition);
        expression.getLanguageElement().addExtension(ABSENT, new CodeType("not-applicable"));
        return expression;
    }

    private static TriggerDefinition on(String hook) {
        return new TriggerDefinition()
                .setType(TriggerDefinition.TriggerType.NAMEDEVENT)
                .setName(hook);
    }
}
