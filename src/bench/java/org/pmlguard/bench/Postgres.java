package org.pmlguard.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL with an empty database, which is durable as by its own defaults; that of tests is not. */
final class Postgres implements AutoCloseable {

    private final EmbeddedPostgres server;

    private Postgres(EmbeddedPostgres server) {
        this.server = server;
    }

    static Postgres started() throws IOException {
        Postgres started = new Postgres(EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start());
        started.requireOn("fsync");
        started.requireOn("synchronous_commit");
        return started;
    }

    private void requireOn(String setting) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet shown = statement.executeQuery("show " + setting)) {
            if (!shown.next() || !"on".equals(shown.getString(1))) {
                throw new IllegalStateException(setting + " is not on");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A server's settings that make it keep its ledger here. */
    List<String> settings() {
        return List.of(
                "--pmlguard.ledger.url=" + server.getJdbcUrl("postgres", "postgres"),
                "--pmlguard.ledger.username=postgres",
                "--pmlguard.ledger.password=only-this-machine-is-trusted");
    }

    /** All its processes; this program has started no other one of that name. */
    Stream<ProcessHandle> processes() {
        return ProcessHandle.current().descendants().filter(Postgres::isOne);
    }

    private static boolean isOne(ProcessHandle handle) {
        return handle.info().command().filter(name -> name.endsWith("postgres")).isPresent();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
