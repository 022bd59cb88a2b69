package org.pmlguard.review;

import java.util.List;
import java.util.Optional;
import org.pmlguard.ledger.Ledger;
import org.pmlguard.review.handover.Reviewed;
import org.pmlguard.review.staff.Staff;

/** Cases with all that belongs to them, to be handed over. */
final class Reviews {

    private static final int AT_ONCE = 200;

    private final Ledger ledger;
    private final Desk desk;

    Reviews(Ledger ledger, Desk desk) {
        this.ledger = ledger;
        this.desk = desk;
    }

    /** A case; empty if it has been purged. */
    Optional<Reviewed> of(Line line) {
        return ledger.cases()
                .find(line.decision())
                .flatMap(decision -> decision.cards().stream()
                        .filter(card -> card.uuid().equals(line.id()))
                        .findFirst()
                        .map(card -> new Reviewed(
                                line.id(),
                                line.drug(),
                                line.standing().code(),
                                line.assignee(),
                                line.answer(),
                                decision,
                                card,
                                desk.entries(line.id()).stream()
                                        .map(Reviews::step)
                                        .toList())));
    }

    private static Reviewed.Step step(Entry entry) {
        return new Reviewed.Step(
                entry.at(), entry.staff(), entry.action().code(), entry.code(), entry.words(), entry.note());
    }

    /** The next closed cases after a place, in the sequence of the queue; fewer than asked for means that none is left. */
    List<Line> closed(Wanted.Place after, Staff staff) {
        return ledger.database()
                .jdbc()
                .sql(
                        "select * from review_case where standing = 'closed' and (place > :place or (place = :place and id > :id))"
                                + (staff.tenants().isEmpty() ? "" : " and tenant in (:tenants)")
                                + " order by place, id fetch first " + AT_ONCE + " rows only")
                .param("place", after.place())
                .param("id", after.id())
                .param("tenants", staff.tenants().isEmpty() ? List.of("") : staff.tenants())
                .query((row, number) -> Line.read(row))
                .list();
    }
}
