package org.pmlguard.tenant.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each token is good for one call: in memory, in H2 and in PostgreSQL. */
class TokenIdsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant OVER = NOW.plusSeconds(360);
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        migrate(postgres.getPostgresDatabase());
        migrate(h2());
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    private static DataSource h2() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:used-tokens;DB_CLOSE_DELAY=-1");
        return source;
    }

    private static void migrate(DataSource source) {
        Flyway.configure().dataSource(source).load().migrate();
    }

    record Place(String name, List<TokenIds> replicas) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Place> places() {
        TokenIds memory = new RememberedTokenIds(CLOCK);
        return Stream.of(
                new Place("memory", List.of(memory, memory)),
                new Place("H2", List.of(stored(h2()), stored(h2()))),
                new Place(
                        "PostgreSQL",
                        List.of(stored(postgres.getPostgresDatabase()), stored(postgres.getPostgresDatabase()))));
    }

    private static StoredTokenIds stored(DataSource source) {
        return new StoredTokenIds(JdbcClient.create(source), CLOCK);
    }

    @ParameterizedTest
    @MethodSource("places")
    void aTokenIsNewOnce(Place place) {
        TokenIds one = place.replicas().getFirst();
        TokenIds other = place.replicas().getLast();
        assertThat(one.isFirstUse("a", "once", OVER)).isTrue();
        assertThat(one.isFirstUse("a", "once", OVER)).isFalse();
        assertThat(other.isFirstUse("a", "once", OVER)).isFalse();
        assertThat(other.isFirstUse("b", "once", OVER)).isTrue();
        assertThat(other.isFirstUse("a", "' or 1=1 --", OVER)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("places")
    void ofEightAtOnceExactlyOneIsFirst(Place place) throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int race = 0; race < 20; race++) {
                String id = "race-" + race;
                List<Callable<Boolean>> eight = Stream.iterate(0, n -> n + 1)
                        .limit(8)
                        .<Callable<Boolean>>map(
                                n -> () -> place.replicas().get(n % 2).isFirstUse("a", id, OVER))
                        .toList();
                assertThat(callers.invokeAll(eight))
                        .filteredOn(Future::resultNow)
                        .hasSize(1);
            }
        }
    }

    @Test
    void whatIsOverIsForgotten() {
        JdbcClient database = JdbcClient.create(postgres.getPostgresDatabase());
        stored(postgres.getPostgresDatabase()).isFirstUse("a", "to be kept", OVER);
        stored(postgres.getPostgresDatabase()).isFirstUse("a", "to be dropped", NOW.minusSeconds(1));
        stored(postgres.getPostgresDatabase()).clean();
        assertThat(database.sql("select token_id from used_token where token_id like 'to be%'")
                        .query(String.class)
                        .list())
                .containsExactly("to be kept");
    }

    @Test
    void withoutTheDatabaseTheMemoryOfThisServerDecides() {
        JdbcDataSource none = new JdbcDataSource();
        none.setURL("jdbc:h2:mem:nothing-in-it");
        StoredTokenIds ids = stored(none);
        assertThat(ids.isFirstUse("a", "1", OVER)).isTrue();
        assertThat(ids.isFirstUse("a", "1", OVER)).isFalse();
    }
}
