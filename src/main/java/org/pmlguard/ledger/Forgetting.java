package org.pmlguard.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes down that entries were deleted on purpose, so that an audit can tell this from entries that were taken away. */
public final class Forgetting {

    private Forgetting() {}

    /** Everything that began before a moment; to be called in the commit that deletes it. */
    public static void ofAllBefore(Database database, Instant now, Instant before, int entries) {
        write(database, now, Optional.of(before), null, entries);
    }

    /** Answers to cards of some patients of a tenant; to be called in the commit that deletes them. */
    static void ofAnswers(Database database, Instant now, String tenant, int entries) {
        write(database, now, Optional.empty(), tenant, entries);
    }

    private static void write(
            Database database, Instant now, Optional<Instant> before, @Nullable String tenant, int entries) {
        database.jdbc()
                .sql("insert into forgotten (id, forgotten_at, began_before, tenant, entries)"
                        + " values (:id, :at, :before, :tenant, :entries)")
                .param("id", UUID.randomUUID())
                .param("at", Kept.time(now))
                .param("before", Kept.time(before))
                .param("tenant", tenant)
                .param("entries", entries)
                .update();
    }
}
