package org.pmlguard.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;

/**
 * The file of H2. Each commit adds a part to it, with each page the commit changed; a part is freed when nothing in it is
 * used any more, and H2 keeps a note of each in memory until then. Left alone, a few used pages keep thousands of parts:
 * file and heap grow with the number of commits.
 */
final class EmbeddedFile {

    /** Below this much of all parts still used, in percent, some are written anew. */
    private static final int FILLED = 60;

    /** What is written anew at once, in bytes: a commit that comes meanwhile waits for it. */
    private static final int AT_ONCE = 1 << 20;

    private EmbeddedFile() {}

    /**
     * Writes the used pages of the emptiest parts into a new one. H2 has a thread for that, which we do not let it have: see
     * {@link Database}.
     *
     * @return whether there was something to do
     */
    static boolean tidy(Connection connection) throws SQLException {
        return store(connection).compact(FILLED, AT_ONCE);
    }

    static MVStore store(Connection connection) throws SQLException {
        SessionLocal session =
                (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore();
    }
}
