package org.pmlguard.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pmlguard.risk.Fact;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/**
 * Reads the ledger. A case is a decision with its drugs, findings, cards and feedback; many of them are better listed from
 * the tables, with {@link Database#jdbc()}.
 */
public final class Cases {

    private static final TypeReference<List<Recorded.Lack>> LACKS = new TypeReference<>() {};
    private static final TypeReference<List<Fact>> FACTS = new TypeReference<>() {};
    private static final TypeReference<List<Recorded.Offer>> OFFERS = new TypeReference<>() {};
    private static final TypeReference<List<Recorded.Reason>> REASONS = new TypeReference<>() {};
    private static final TypeReference<List<String>> IDS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    Cases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The decision of an id. */
    public Optional<Recorded.Case> find(UUID decision) {
        return jdbc.sql("select * from decision where id = ?")
                .param(decision)
                .query((row, number) -> head(row))
                .optional()
                .map(this::whole);
    }

    /** The decision a card came from. */
    public Optional<Recorded.Case> ofCard(UUID card) {
        return jdbc.sql("select decision from card where uuid = ?")
                .param(card)
                .query((row, number) -> row.getObject("decision", UUID.class))
                .optional()
                .flatMap(this::find);
    }

    /** What was decided for a patient, latest first. */
    public List<Recorded.Case> ofPatient(String tenant, String patient, int most) {
        return jdbc
                .sql("select * from decision where tenant = ? and patient = ? order by decided_at desc, id"
                        + " fetch first " + most + " rows only")
                .params(tenant, Kept.text(patient, Kept.NAME))
                .query((row, number) -> head(row))
                .list()
                .stream()
                .map(this::whole)
                .toList();
    }

    /** The ids of decisions from one moment until before another, earliest first, of one tenant or of all. */
    List<UUID> between(Instant from, Instant until, Optional<String> tenant) {
        return jdbc.sql("select id from decision where decided_at >= :from and decided_at < :until"
                        + (tenant.isPresent() ? " and tenant = :tenant" : "") + " order by decided_at, id")
                .param("from", Kept.time(from))
                .param("until", Kept.time(until))
                .param("tenant", tenant.orElse(""))
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    private Recorded.Case whole(Recorded.Case head) {
        return head.with(orders(head.id()), cards(head.id()), feedback(head.id()));
    }

    private static Recorded.Case head(ResultSet row) throws SQLException {
        return new Recorded.Case(
                row.getObject("id", UUID.class),
                instant(row, "decided_at").orElseThrow(),
                row.getString("tenant"),
                row.getString("service"),
                row.getString("hook"),
                text(row, "hook_instance"),
                text(row, "patient"),
                text(row, "prescriber"),
                text(row, "indicator"),
                row.getString("knowledge_version"),
                row.getString("knowledge_sha256"),
                json(row, "unidentified_json", LACKS),
                row.getLong("chart_micros"),
                row.getLong("assess_micros"),
                row.getLong("total_micros"),
                List.of(),
                List.of(),
                List.of());
    }

    private List<Recorded.Order> orders(UUID decision) {
        Map<Integer, List<Recorded.Spoke>> findings = findings(decision);
        return jdbc.sql("select * from ordered_drug where decision = ? order by position")
                .param(decision)
                .query((row, number) -> order(row, findings))
                .list();
    }

    private static Recorded.Order order(ResultSet row, Map<Integer, List<Recorded.Spoke>> findings)
            throws SQLException {
        int position = row.getInt("position");
        return new Recorded.Order(
                position,
                row.getString("order_reference"),
                row.getString("drug"),
                row.getString("recognised_by"),
                row.getString("outcome"),
                text(row, "indicator"),
                row.getString("stratum"),
                text(row, "inputs_json"),
                json(row, "gaps_json", LACKS),
                text(row, "lapse_json"),
                findings.getOrDefault(position, List.of()));
    }

    private Map<Integer, List<Recorded.Spoke>> findings(UUID decision) {
        Map<Integer, List<Recorded.Spoke>> findings = new HashMap<>();
        jdbc.sql("select * from finding where decision = ? order by position, number")
                .param(decision)
                .query(row -> {
                    findings.computeIfAbsent(row.getInt("position"), position -> new ArrayList<>())
                            .add(spoke(row));
                });
        return findings;
    }

    private static Recorded.Spoke spoke(ResultSet row) throws SQLException {
        return new Recorded.Spoke(
                row.getString("rule"),
                row.getString("rule_version"),
                row.getString("indicator"),
                row.getString("grade"),
                row.getBoolean("is_floor"),
                json(row, "facts_json", FACTS),
                text(row, "quiet_because"),
                Optional.ofNullable(row.getObject("quiet_by_card", UUID.class)));
    }

    private List<Recorded.Shown> cards(UUID decision) {
        return jdbc.sql("select * from card where decision = ? order by number")
                .param(decision)
                .query((row, number) -> new Recorded.Shown(
                        row.getObject("uuid", UUID.class),
                        text(row, "drug"),
                        row.getString("indicator"),
                        row.getString("summary"),
                        row.getString("detail"),
                        json(row, "suggestions_json", OFFERS),
                        json(row, "reasons_json", REASONS)))
                .list();
    }

    private List<Recorded.Heard> feedback(UUID decision) {
        return jdbc.sql("select * from feedback where decision = ? order by received_at, id")
                .param(decision)
                .query((row, number) -> new Recorded.Heard(
                        row.getObject("card", UUID.class),
                        row.getString("outcome"),
                        json(row, "suggestions_json", IDS),
                        reason(row),
                        text(row, "comment_text"),
                        instant(row, "acted_at"),
                        instant(row, "received_at").orElseThrow()))
                .list();
    }

    private static Optional<Recorded.Reason> reason(ResultSet row) throws SQLException {
        Optional<String> code = text(row, "reason_code");
        String system = text(row, "reason_system").orElse("");
        String display = text(row, "reason_display").or(() -> code).orElse("");
        return code.map(known -> new Recorded.Reason(system, known, display));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }

    private static <T> T json(ResultSet row, String column, TypeReference<T> type) throws SQLException {
        return Kept.JSON.readValue(row.getString(column), type);
    }
}
