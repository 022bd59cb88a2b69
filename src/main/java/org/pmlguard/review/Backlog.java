package org.pmlguard.review;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.pmlguard.ledger.Ledger;

/** How much waits for the pharmacists, as numbers only. */
public final class Backlog {

    /** The standings of a case that somebody still has to look at. */
    public static final List<String> STANDINGS = List.of("open", "taken");

    private final Ledger ledger;

    Backlog(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * The cases of one standing.
     *
     * @param standing one of {@link #STANDINGS}
     * @param oldest when the oldest of them was decided
     */
    public record Waiting(String standing, long cases, Instant oldest) {}

    /**
     * What waits now; a standing without cases is left out.
     *
     * @throws org.pmlguard.ledger.LedgerDown if the database cannot be reached
     */
    public List<Waiting> now() {
        return ledger.database()
                .jdbc()
                .sql("select standing, count(*) as cases, min(decided_at) as oldest from review_case"
                        + " where is_waiting = true group by standing")
                .query((row, number) -> new Waiting(
                        row.getString("standing"),
                        row.getLong("cases"),
                        row.getObject("oldest", OffsetDateTime.class).toInstant()))
                .list();
    }
}
