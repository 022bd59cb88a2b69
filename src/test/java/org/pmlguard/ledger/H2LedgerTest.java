package org.pmlguard.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On H2 in a file, as it runs without any set-up. */
class H2LedgerTest extends LedgerTest {

    @TempDir
    private Path folder;

    private int opened;

    @Override
    LedgerProperties database() {
        return settings("jdbc:h2:file:" + folder.resolve("ledger" + opened++), "");
    }

    @Test
    void partsOfTheFileThatAreHardlyUsedAreFreedAndNothingIsLost() throws SQLException {
        LedgerProperties properties = database();
        try (Database database = Database.open(properties);
                Connection connection = database.connection()) {
            // Parts are left alone while they are young.
            database.rows().execute("set retention_time 0");
            database.rows().execute("create table note (id int primary key, words varchar)");
            write(0, 300, database);
            int before = filled(connection);

            for (int round = 0; round < 20; round++) {
                database.tidy();
                write(300 + round, 301 + round, database);
            }

            assertThat(before).isLessThan(30);
            assertThat(filled(connection)).isGreaterThanOrEqualTo(60);
            assertThat(database.jdbc()
                            .sql("select count(*) from note")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(320);
        }
    }

    /** How much of all parts is still used, in percent. */
    private static int filled(Connection connection) throws SQLException {
        return EmbeddedFile.store(connection).getFileStore().getChunksFillRate();
    }

    private static void write(int from, int to, Database database) {
        for (int id = from; id < to; id++) {
            int next = id;
            database.committed(
                    () -> database.rows().update("insert into note values (?, ?)", next, "word ".repeat(40)));
        }
    }

    @Test
    void theFileIsWhereTheSettingSays() {
        assertThat(Files.exists(folder.resolve("ledger0.mv.db"))).isTrue();
    }
}
