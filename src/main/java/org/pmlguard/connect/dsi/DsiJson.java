package org.pmlguard.connect.dsi;

import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The source attributes as JSON. */
public final class DsiJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private DsiJson() {}

    /** All of them in UTF-8. */
    public static byte[] of(SourceAttributes source) {
        ObjectNode all = JSON.createObjectNode();
        all.putObject("intervention")
                .put("name", "PML Guard")
                .put("type", "evidence-based")
                .put("version", source.edition().version())
                .put("sha256", source.edition().sha256())
                .put("standing", source.edition().standing());
        all.put("regulation", "45 CFR 170.315(b)(11)(iv)");
        attributes(all.putArray("attributes"), source.whole());
        ArrayNode rules = all.putArray("rules");
        source.rules().forEach(rule -> rules.add(tree(rule)));
        ArrayNode predictive = all.putArray("predictive");
        for (Predictive.Group group : source.predictive()) {
            group.attributes()
                    .forEach(name -> predictive
                            .addObject()
                            .put("group", group.title())
                            .put("name", name)
                            .put("value", Predictive.REASON));
        }
        return JSON.writeValueAsBytes(all);
    }

    private static ObjectNode tree(RuleAttributes view) {
        ObjectNode rule = JSON.createObjectNode()
                .put("id", view.rule().id())
                .put("version", view.rule().version())
                .put("title", view.rule().title())
                .put("grade", view.rule().grade().name())
                .put("status", view.rule().status());
        ArrayNode citations = rule.putArray("citations");
        view.citations().forEach(one -> {
            ObjectNode citation = citations.addObject().put("id", one.id()).put("cite", one.cite());
            one.where().ifPresent(where -> citation.put("where", where));
            citation.put("read", one.seen().name().toLowerCase(java.util.Locale.ROOT));
        });
        ArrayNode inputs = rule.putArray("looksAt");
        view.inputs().forEach(inputs::add);
        attributes(rule.putArray("attributes"), view.attributes());
        return rule;
    }

    private static void attributes(ArrayNode into, List<Attribute> all) {
        all.forEach(one -> into.addObject()
                .put("number", one.number())
                .put("name", one.name())
                .put("value", one.value()));
    }
}
