package org.pmlguard.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pmlguard.ledger.Ledger;

/** The cases, a page at a time. Each page begins where the one before ended, so the last costs no more than the first. */
final class Queue {

    static final int PAGE = 50;

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

    /** All cases of a patient, in every tenant that the reader may see. */
    List<Line> ofPatient(String patient, Staff staff) {
        Conditions conditions = new Conditions();
        conditions.equal("patient", patient, true);
        conditions.ofTenants(staff);
        return lines(conditions);
    }

    private List<Line> lines(Conditions conditions) {
        return ledger.database()
                .jdbc()
                .sql("select * from review_case" + conditions.where() + " order by place, id fetch first " + (PAGE + 1)
                        + " rows only")
                .params(conditions.values)
                .query((row, number) -> Line.read(row))
                .list();
    }

    private static final class Conditions {

        private final List<String> all = new ArrayList<>();
        private final Map<String, Object> values = new HashMap<>();

        void equal(String column, String value) {
            equal(column, value, !value.isBlank());
        }

        void equal(String column, String value, boolean isAsked) {
            if (isAsked) {
                all.add(column + " = :" + column);
                values.put(column, value);
            }
        }

        void standing(String status, Staff staff) {
            switch (status) {
                case "all" -> {}
                case "mine" -> {
                    all.add("is_waiting = true");
                    equal("assignee", staff.name(), true);
                }
                case "open", "taken", "closed", "superseded" -> equal("standing", status, true);
                default -> all.add("is_waiting = true");
            }
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
