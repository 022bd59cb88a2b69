package org.pmlguard.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.List;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.rule.Absorption;
import org.pmlguard.knowledge.rule.Advice;
import org.pmlguard.knowledge.rule.Criterion;
import org.pmlguard.rulebook.words.Clause;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rule book as JSON: the objects the server judges by, member for member, each criterion with its {@code type}, and
 * beside them the words of the page under {@code inWords}. Read back, a rule equals the one it was written from.
 */
final class RuleJson {

    static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(Criterion.class, Kind.class)
            .addMixIn(Absorption.class, Kind.class)
            .addMixIn(Advice.Proposal.class, Kind.class)
            .addModule(new SortedSets())
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .build();

    /** A sealed type says which of its kinds it is. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
    private interface Kind {}

    private final RuleBook book;

    RuleJson(RuleBook book) {
        this.book = book;
    }

    /** The whole pack. */
    byte[] all() {
        Knowledge knowledge = book.knowledge();
        ObjectNode all = JSON.createObjectNode();
        all.set("edition", JSON.valueToTree(knowledge.edition()));
        ArrayNode rules = all.putArray("rules");
        book.rules().forEach(view -> rules.add(tree(view)));
        ArrayNode shared = all.putArray("sharedCriteria");
        book.shared().forEach(clause -> shared.add(tree(clause)));
        all.set("figures", JSON.valueToTree(knowledge.figures()));
        ArrayNode drugs = all.putArray("drugs");
        book.drugs().forEach(view -> drugs.add(tree(view)));
        all.set("conditions", JSON.valueToTree(knowledge.conditions().all()));
        all.set("tests", JSON.valueToTree(knowledge.tests().all()));
        all.set("procedures", JSON.valueToTree(knowledge.procedures().all()));
        all.set("relations", JSON.valueToTree(knowledge.relations()));
        ArrayNode settings = all.putArray("settings");
        book.settings().forEach(view -> settings.add(tree(view)));
        ArrayNode off = all.putArray("switchedOff");
        book.off().forEach(view -> off.add(view.id()));
        all.set("defaults", JSON.valueToTree(knowledge.defaults()));
        all.set("advice", JSON.valueToTree(knowledge.advice()));
        all.set("overrideReasons", JSON.valueToTree(knowledge.overrideReasons()));
        all.set("evidence", JSON.valueToTree(knowledge.evidence()));
        all.set("silences", JSON.valueToTree(book.silences()));
        return JSON.writeValueAsBytes(all);
    }

    /** One rule. */
    byte[] one(RuleView view) {
        ObjectNode one = tree(view);
        one.set("knowledge", JSON.valueToTree(book.knowledge().edition()));
        return JSON.writeValueAsBytes(one);
    }

    private ObjectNode tree(RuleView view) {
        ObjectNode rule = JSON.valueToTree(view.rule());
        ArrayNode levels = rule.withArray("levels");
        for (int i = 0; i < levels.size(); i++) {
            ((ObjectNode) levels.get(i))
                    .put("inWords", view.levels().get(i).when().sentence());
        }
        rule.set("showInWords", JSON.valueToTree(sentences(view.shown())));
        rule.set("drugNames", JSON.valueToTree(view.drugs()));
        rule.set("changedBySite", JSON.valueToTree(book.changes(view.id())));
        return rule;
    }

    private static ObjectNode tree(SettingView view) {
        ObjectNode setting = JSON.valueToTree(view.setting());
        return setting.put("shipped", view.shipped());
    }

    private static ObjectNode tree(Clause shared) {
        ObjectNode tree = JSON.valueToTree(shared.of());
        tree.set("inWords", JSON.valueToTree(sentences(shared.parts())));
        return tree;
    }

    private static ObjectNode tree(DrugView view) {
        ObjectNode drug = JSON.valueToTree(view.drug());
        drug.put("codes", view.codes()).put("names", view.names());
        drug.set("rules", JSON.valueToTree(view.rules()));
        return drug;
    }

    private static List<String> sentences(List<Clause> clauses) {
        return new ArrayList<>(clauses.stream().map(Clause::sentence).toList());
    }
}
