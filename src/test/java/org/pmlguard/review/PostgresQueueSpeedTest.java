package org.pmlguard.review;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** On PostgreSQL. */
@Tag("proof")
@DirtiesContext
class PostgresQueueSpeedTest extends QueueSpeedTest {

    private static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("pmlguard.ledger.url", () -> SERVER.getJdbcUrl("postgres", "postgres"));
        properties.add("pmlguard.ledger.username", () -> "postgres");
    }

    @AfterAll
    static void stop() throws IOException {
        SERVER.close();
    }

    @Override
    String numbers(int most) {
        return "generate_series(1, " + most + ") n";
    }
}
