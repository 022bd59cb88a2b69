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
    private final ProcessHandle first;

    private Postgres(EmbeddedPostgres server) {
        this.server = server;
        String pid = told(server, "select split_part(pg_read_file('postmaster.pid'), chr(10), 1)");
        this.first = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
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
        if (!"on".equals(told(server, "show " + setting))) {
            throw new IllegalStateException(setting + " is not on");
        }
    }

    private static String told(EmbeddedPostgres server, String question) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
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

    /** All its processes: the one that every connection's process comes from, and its children. */
    Stream<ProcessHandle> processes() {
        return Stream.concat(Stream.of(first), first.children());
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
