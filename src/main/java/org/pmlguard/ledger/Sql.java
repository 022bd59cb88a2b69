package org.pmlguard.ledger;

/** The statements that write; what has been written once is never written again. */
final class Sql {

    static final String DECISION =
            "insert into decision (id, decided_at, tenant, service, hook, hook_instance, patient,"
                    + " prescriber, indicator, knowledge_version, knowledge_sha256, unidentified_json, chart_micros,"
                    + " assess_micros, total_micros) values " + places(15);

    static final String ORDERED_DRUG = "insert into ordered_drug (decision, position, order_reference, drug,"
            + " recognised_by, outcome, indicator, stratum, inputs_json, gaps_json, lapse_json) values " + places(11);

    static final String FINDING =
            "insert into finding (decision, position, number, rule, rule_version, indicator, grade,"
                    + " is_floor, facts_json, quiet_because, quiet_by_card) values " + places(11);

    static final String CARD = "insert into card (uuid, decision, number, tenant, patient, drug, indicator, summary,"
            + " detail, suggestions_json, reasons_json, offers_json, inputs_json) values " + places(13);

    static final String FEEDBACK = "insert into feedback (id, digest, card, decision, tenant, service, patient, drug,"
            + " outcome, suggestions_json, reason_system, reason_code, reason_display, comment_text, acted_at,"
            + " received_at) values " + places(16);

    static final String STRAY_FEEDBACK = "insert into stray_feedback (id, digest, standing, card, tenant, service,"
            + " outcome, suggestions_json, reason_system, reason_code, reason_display, comment_text, acted_at,"
            + " received_at) values " + places(14);

    private Sql() {}

    private static String places(int count) {
        return "(" + "?, ".repeat(count - 1) + "?) on conflict do nothing";
    }
}
