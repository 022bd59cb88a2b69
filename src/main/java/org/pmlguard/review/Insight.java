package org.pmlguard.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pmlguard.ledger.Ledger;
import org.pmlguard.review.handover.BurdenReport;
import org.pmlguard.review.staff.Staff;

/** Counts over the ledger: how often cards are shown, and what becomes of them. */
final class Insight {

    private static final String COUNTS = "count(*) as orders,"
            + " sum(case when o.outcome = 'concern' then 1 else 0 end) as flagged,"
            + " sum(case when o.outcome = 'quiet' then 1 else 0 end) as kept_quiet,"
            + " sum(case when o.outcome = 'incomplete' then 1 else 0 end) as incomplete,"
            + " sum(case when o.outcome = 'shadow' then 1 else 0 end) as in_shadow,"
            + " sum(case when r.answer = 'accepted' then 1 else 0 end) as accepted,"
            + " sum(case when r.answer = 'overridden' then 1 else 0 end) as overridden";
    private static final String ORDERS = " from ordered_drug o join decision d on d.id = o.decision"
            + " left join review_case r on r.decision = o.decision and r.drug = o.drug";

    private final Ledger ledger;
    private final Clock clock;

    Insight(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** By what orders are counted together. */
    enum By {
        DRUG("Drug", "o.drug"),
        HOOK("Hook", "d.hook"),
        TENANT("Tenant", "d.tenant"),
        WEEK("Week beginning", "cast(cast(d.decided_at as date) as varchar)");

        private final String words;
        private final String column;

        By(String words, String column) {
            this.words = words;
            this.column = column;
        }

        public String words() {
            return words;
        }

        static Optional<By> of(String name) {
            return Arrays.stream(values())
                    .filter(by -> by.name().equalsIgnoreCase(name))
                    .findFirst();
        }
    }

    /**
     * Orders of one kind.
     *
     * @param orders watched drugs in calls
     * @param flagged of them, how many a card was shown for
     * @param quiet how many a card was not shown for, because of an earlier answer
     * @param incomplete how many could not be checked to the end
     * @param shadow how many a card was only recorded for, because the tenant is in shadow mode
     * @param accepted cards accepted
     * @param overridden cards overridden
     */
    record Row(
            String name,
            long orders,
            long flagged,
            long quiet,
            long incomplete,
            long shadow,
            long accepted,
            long overridden) {

        Row called(String other) {
            return new Row(other, orders, flagged, quiet, incomplete, shadow, accepted, overridden);
        }

        Row plus(Row other) {
            return new Row(
                    name,
                    orders + other.orders,
                    flagged + other.flagged,
                    quiet + other.quiet,
                    incomplete + other.incomplete,
                    shadow + other.shadow,
                    accepted + other.accepted,
                    overridden + other.overridden);
        }

        /** Cards for each 1,000 watched orders. */
        public long perThousand() {
            return orders == 0 ? 0 : Math.round(1000.0 * flagged / orders);
        }

        /** Overridden of those answered, in percent; blank where nobody answered. */
        public String overrideRate() {
            long answered = accepted + overridden;
            return answered == 0 ? "" : Math.round(100.0 * overridden / answered) + " %";
        }

        List<String> cells() {
            return List.of(
                    name,
                    "" + orders,
                    "" + flagged,
                    "" + quiet,
                    "" + incomplete,
                    "" + accepted,
                    "" + overridden,
                    "" + shadow);
        }

        BurdenReport.Counts counts(String called) {
            return new BurdenReport.Counts(called, orders, flagged, accepted, overridden);
        }
    }

    /** How often a rule held, how often that was said, how often only recorded because of a shadow, and when last. */
    record OfRule(String rule, long held, long said, long shadow, long overridden, String last) {

        List<String> cells() {
            return List.of(rule, "" + held, "" + said, "" + shadow, "" + overridden, last);
        }
    }

    /** A reason for an override, and how often it was given. */
    record Reason(String reason, long times) {

        List<String> cells() {
            return List.of(reason, "" + times);
        }
    }

    /** A question: the last so many days, of tenants that the reader may see. */
    record Asked(int days, Staff staff) {}

    List<Row> orders(By by, Asked asked) {
        List<Row> rows = query(
                "select " + by.column + " as name, " + COUNTS + ORDERS + where(asked) + " group by " + by.column
                        + " order by " + by.column,
                asked,
                Insight::row);
        return by == By.WEEK ? byWeek(rows) : rows;
    }

    /** Days become weeks from Monday; the databases do not agree where a week begins. */
    private static List<Row> byWeek(List<Row> days) {
        Map<String, Row> weeks = new TreeMap<>();
        for (Row day : days) {
            LocalDate monday = LocalDate.parse(day.name()).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            weeks.merge(monday.toString(), day.called(monday.toString()), Row::plus);
        }
        return List.copyOf(weeks.values());
    }

    List<OfRule> rules(Asked asked) {
        return query(
                "select f.rule, count(*) as held, sum(case when f.quiet_because is null then 1 else 0 end) as said,"
                        + " sum(case when f.quiet_because like 'in shadow%' then 1 else 0 end) as in_shadow,"
                        + " sum(case when f.quiet_because is null and r.answer = 'overridden' then 1 else 0 end) as overridden,"
                        + " max(d.decided_at) as last_held from finding f"
                        + " join ordered_drug o on o.decision = f.decision and o.position = f.position"
                        + " join decision d on d.id = f.decision"
                        + " left join review_case r on r.decision = o.decision and r.drug = o.drug" + where(asked)
                        + " group by f.rule order by f.rule",
                asked,
                row -> new OfRule(
                        row.getString("rule"),
                        row.getLong("held"),
                        row.getLong("said"),
                        row.getLong("in_shadow"),
                        row.getLong("overridden"),
                        Line.time(row, "last_held")
                                .atOffset(ZoneOffset.UTC)
                                .toLocalDate()
                                .toString()));
    }

    List<Reason> reasons(Asked asked) {
        return query(
                "select coalesce(f.reason_display, f.reason_code, 'no reason given') as reason, count(*) as times"
                        + " from feedback f join decision d on d.id = f.decision" + where(asked)
                        + " and f.outcome = 'overridden'"
                        + " group by coalesce(f.reason_display, f.reason_code, 'no reason given') order by times desc",
                asked,
                row -> new Reason(row.getString("reason"), row.getLong("times")));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("name"),
                row.getLong("orders"),
                row.getLong("flagged"),
                row.getLong("kept_quiet"),
                row.getLong("incomplete"),
                row.getLong("in_shadow"),
                row.getLong("accepted"),
                row.getLong("overridden"));
    }

    private static String where(Asked asked) {
        return " where d.decided_at >= :since"
                + (asked.staff().tenants().isEmpty() ? "" : " and d.tenant in (:tenants)");
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Asked asked, Reader<T> reader) {
        Map<String, Object> values = new HashMap<>();
        values.put("since", clock.instant().minus(Duration.ofDays(asked.days())).atOffset(ZoneOffset.UTC));
        if (!asked.staff().tenants().isEmpty()) {
            values.put("tenants", asked.staff().tenants());
        }
        return ledger.database()
                .jdbc()
                .sql(sql)
                .params(values)
                .query((row, number) -> reader.read(row))
                .list();
    }
}
