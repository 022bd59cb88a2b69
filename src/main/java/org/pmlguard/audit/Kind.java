package org.pmlguard.audit;

import java.util.List;
import java.util.Locale;

/**
 * What is sealed, and which columns of it. A column that is not named here is not sealed; to seal further ones, a new kind is
 * needed, since the old seals hold for the old columns.
 */
enum Kind {
    DECISION,
    FEEDBACK,
    REVIEW,
    ACCESS,
    FORGOTTEN;

    /**
     * Where its entries stand, as SQL.
     *
     * @param root what it is told by: feedback by its card, a line of the trail by its case
     * @param key of an entry, with {@code part} where that names several
     * @param happened when it happened
     * @param began when the decision it belongs to was made
     */
    record From(String tables, String root, String key, String part, String happened, String began, String tenant) {}

    /** A table with rows of an entry. */
    record Part(String table, String key, String part, String columns, String sequence) {}

    From from() {
        return switch (this) {
            case DECISION -> new From("decision t", "t.id", "t.id", "0", "t.decided_at", "t.decided_at", "t.tenant");
            case FEEDBACK ->
                new From(
                        "feedback t join decision d on d.id = t.decision",
                        "t.card",
                        "t.id",
                        "0",
                        "t.received_at",
                        "d.decided_at",
                        "t.tenant");
            case REVIEW ->
                new From(
                        "review_event t join review_case c on c.id = t.case_id",
                        "t.case_id",
                        "t.case_id",
                        "t.number",
                        "t.happened_at",
                        "c.decided_at",
                        "c.tenant");
            case ACCESS ->
                new From("audit_access t", "t.id", "t.id", "0", "t.happened_at", "t.happened_at", "t.tenant");
            case FORGOTTEN ->
                new From("forgotten t", "t.id", "t.id", "0", "t.forgotten_at", "t.forgotten_at", "t.tenant");
        };
    }

    List<Part> parts() {
        return switch (this) {
            case DECISION ->
                List.of(
                        new Part(
                                "decision",
                                "id",
                                "0",
                                "id, decided_at, tenant, service, hook, hook_instance, patient, prescriber, indicator,"
                                        + " knowledge_version, knowledge_sha256, unidentified_json, chart_micros, assess_micros,"
                                        + " total_micros",
                                "id"),
                        new Part(
                                "ordered_drug",
                                "decision",
                                "0",
                                "position, order_reference, drug, recognised_by, outcome, indicator, stratum, inputs_json,"
                                        + " gaps_json, lapse_json",
                                "position"),
                        new Part(
                                "finding",
                                "decision",
                                "0",
                                "position, number, rule, rule_version, indicator, grade, is_floor, facts_json, quiet_because,"
                                        + " quiet_by_card",
                                "position, number"),
                        new Part(
                                "card",
                                "decision",
                                "0",
                                "uuid, number, tenant, patient, drug, indicator, summary, detail, suggestions_json, reasons_json,"
                                        + " offers_json, inputs_json",
                                "number"));
            case FEEDBACK ->
                List.of(new Part(
                        "feedback",
                        "id",
                        "0",
                        "id, digest, card, decision, tenant, service, patient, drug, outcome, suggestions_json,"
                                + " reason_system, reason_code, reason_display, comment_text, acted_at, received_at",
                        "id"));
            case REVIEW ->
                List.of(new Part(
                        "review_event",
                        "case_id",
                        "number",
                        "case_id, number, happened_at, staff, action, code, note",
                        "number"));
            case ACCESS ->
                List.of(new Part(
                        "audit_access",
                        "id",
                        "0",
                        "id, happened_at, staff, deed, outcome, tenant, patient, case_id, about, address",
                        "id"));
            case FORGOTTEN ->
                List.of(new Part(
                        "forgotten", "id", "0", "id, forgotten_at, what, began_before, tenant, entries", "id"));
        };
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
