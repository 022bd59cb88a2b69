package org.pmlguard.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pmlguard.ledger.Ledger;
import org.pmlguard.review.staff.Staff;

/** The cases, a page at a time. Each page begins where the one before ended, so the last costs no more than the first. */
final class Queue {

    static final int PAGE = 50;

    private static final Pattern RULE = Pattern.compile("(?i)pml-[0-9]{3}");
    private static final String RULE_HELD =
            "exists (select 1 from finding f join ordered_drug o on o.decision = f.decision"
                    + " and o.position = f.position where f.rule = :rule and f.decision = review_case.decision"
                    + " and o.drug = review_case.drug)";

    /**
     * Each part is read once, from its beginning to its end: quick enough for some hundred thousand cases. Ids are compared as
     * they are, since case matters in them; words without.
     */
    private static final String WORDS_FOUND =
            "id in (select c.id from review_case c where c.patient like :begins escape '!'"
                    + " or lower(c.summary) like :within escape '!' or (:named and c.drug in (:drugs))"
                    + " union select c.id from ordered_drug o join review_case c on c.decision = o.decision and c.drug = o.drug"
                    + " where o.order_reference like :holds escape '!'"
                    + " union select e.case_id from review_event e where e.staff <> 'system' and lower(e.note) like :within escape '!'"
                    + " union select f.card from feedback f where lower(f.comment_text) like :within escape '!')";

    private final Ledger ledger;

    Queue(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * A page of the queue.
     *
     * @param next where the next one begins; empty on the last
     */
    record Page(List<Line> lines, Optional<String> next) {
        Page {
            lines = List.copyOf(lines);
        }

        static Page of(List<Line> found) {
            if (found.size() <= PAGE) {
                return new Page(found, Optional.empty());
            }
            Line last = found.get(PAGE - 1);
            return new Page(found.subList(0, PAGE), Optional.of(new Wanted.Place(last.place(), last.id()).toString()));
        }
    }

    /** The most urgent first, in each urgency the latest first. */
    Page page(Wanted wanted, Staff staff) {
        Conditions conditions = new Conditions();
        conditions.standing(wanted.status(), staff);
        conditions.equal("indicator", wanted.indicator());
        conditions.equal(
                "drug",
                wanted.drug().equals("none") ? "" : wanted.drug(),
                !wanted.drug().isBlank());
        conditions.equal("answer", wanted.answer());
        conditions.equal("tenant", wanted.tenant());
        conditions.ofTenants(staff);
        wanted.begin().ifPresent(conditions::after);
        return Page.of(lines(conditions));
    }

    /**
     * Cases in which something stands: a rule's id, or else a patient's id from its beginning, an order's reference, a drug's
     * name, and words of the card, of a note or of the prescriber's comment. The most urgent first, in every standing.
     *
     * @param drugs ids of drugs whose names hold what is asked for
     */
    List<Line> search(String asked, List<String> drugs, Staff staff) {
        Conditions conditions = new Conditions();
        if (RULE.matcher(asked).matches()) {
            conditions.holding(RULE_HELD, "rule", asked.toUpperCase(Locale.ROOT));
        } else {
            conditions.holding(WORDS_FOUND, "within", "%" + literal(asked.toLowerCase(Locale.ROOT)) + "%");
            conditions.values.put("holds", "%" + literal(asked) + "%");
            conditions.values.put("begins", literal(asked) + "%");
            conditions.values.put("drugs", drugs.isEmpty() ? List.of("") : drugs);
            conditions.values.put("named", !drugs.isEmpty());
        }
        conditions.ofTenants(staff);
        return lines(conditions);
    }

    /** Nothing in it is a pattern. */
    private static String literal(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private List<Line> lines(Conditions conditions) {
        return ledger.database()
                .jdbc()
                .sql("select * from review_case" + conditions.where() + " order by " + conditions.sequence()
                        + " fetch first " + (PAGE + 1) + " rows only")
                .params(conditions.values)
                .query((row, number) -> Line.read(row))
                .list();
    }

    private static final class Conditions {

        private final List<String> all = new ArrayList<>();
        private final List<String> fixed = new ArrayList<>();
        private final Map<String, Object> values = new HashMap<>();

        void equal(String column, String value) {
            equal(column, value, !value.isBlank());
        }

        void equal(String column, String value, boolean isAsked) {
            if (isAsked) {
                all.add(column + " = :" + column);
                values.put(column, value);
                fixed.add(column);
            }
        }

        void standing(String status, Staff staff) {
            switch (status) {
                case "all" -> {}
                case "mine" -> {
                    waiting();
                    holding("assignee = :assignee", "assignee", staff.name());
                }
                case "open", "taken", "closed", "superseded" -> equal("standing", status, true);
                default -> waiting();
            }
        }

        private void waiting() {
            all.add("is_waiting = true");
            fixed.add("is_waiting");
        }

        /** What is the same in all lines comes first: H2 uses an index to sort only if it is sorted by its first column too. */
        String sequence() {
            return Stream.concat(fixed.stream(), Stream.of("place", "id")).collect(Collectors.joining(", "));
        }

        void holding(String condition, String name, String value) {
            all.add(condition);
            values.put(name, value);
        }

        void ofTenants(Staff staff) {
            if (!staff.tenants().isEmpty()) {
                all.add("tenant in (:mine)");
                values.put("mine", staff.tenants());
            }
        }

        void after(Wanted.Place place) {
            all.add("place >= :place and (place > :place or id > :after)");
            values.put("place", place.place());
            values.put("after", place.id());
        }

        String where() {
            return all.isEmpty() ? "" : " where " + String.join(" and ", all);
        }
    }
}
