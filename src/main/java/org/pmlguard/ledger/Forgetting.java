package org.pmlguard.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes down that entries were deleted on purpose, so that an audit can tell this from entries that were taken away. */
public enum Forgetting {
    /** Decisions with all that belongs to them. */
    DECISIONS,
    /** Who looked at what. */
    ACCESSES,
    /** Answers to cards of some patients. */
    ANSWERS;

    /** As it stands in its column. */
    public String code() {
        return DecisionRows.lower(this);
    }

    /** All that began before a moment; to be called in the commit that deletes them. */
    public void before(Database database, Instant now, Instant before, int entries) {
        write(database, now, Optional.of(before), null, entries);
    }

    /** Some of a tenant; to be called in the commit that deletes them. */
    void ofTenant(Database database, Instant now, String tenant, int entries) {
        write(database, now, Optional.empty(), tenant, entries);
    }

    private void write(Database database, Instant now, Optional<Instant> before, @Nullable String tenant, int entries) {
        database.jdbc()
                .sql("insert into forgotten (id, forgotten_at, what, began_before, tenant, entries)"
                        + " values (:id, :at, :what, :before, :tenant, :entries)")
                .param("id", UUID.randomUUID())
                .param("at", Kept.time(now))
                .param("what", code())
                .param("before", Kept.time(before))
                .param("tenant", tenant)
                .param("entries", entries)
                .update();
    }
}
