package org.pmlguard.connect.check;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A report as JSON, for machines and archives. */
public final class ReportJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ReportJson() {}

    /** The whole report in UTF-8. */
    public static byte[] of(Report report) {
        ObjectNode all = JSON.createObjectNode().put("title", report.title());
        ObjectNode about = all.putObject("about");
        report.about().forEach(fact -> about.put(fact.getKey(), fact.getValue()));
        all.put("passed", report.count("passed"))
                .put("failed", report.count("failed"))
                .put("skipped", report.count("skipped"));
        ArrayNode checks = all.putArray("checks");
        report.findings().forEach(finding -> checks.add(tree(finding)));
        return JSON.writeValueAsBytes(all);
    }

    private static ObjectNode tree(Finding finding) {
        ObjectNode tree = JSON.createObjectNode()
                .put("id", finding.id())
                .put("requirement", finding.requirement())
                .put("source", finding.source())
                .put("result", finding.word());
        if (!finding.seen().isEmpty()) {
            tree.put("seen", finding.seen());
        }
        return finding.remedy().isEmpty() ? tree : tree.put("do", finding.remedy());
    }
}
