package org.pmlguard.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.jdbc.support.SqlValue;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The open database of the ledger, migrated: H2 in its PostgreSQL mode, or PostgreSQL. Rooms that keep something of their own
 * beside the ledger use it too, with their own tables and migrations.
 */
public final class Database implements AutoCloseable {

    /**
     * Names in lower case as in PostgreSQL; a connection remembers the statements we have; 8 MB of pages are kept, however large
     * the heap; a commit is written before it is acknowledged; the file is freed when its process dies, however it dies. With any
     * other WRITE_DELAY a thread of H2 writes too, and a checkpoint does not wait for what that thread has taken and not yet
     * written: killed servers lost what they had acknowledged.
     */
    private static final String H2_WAYS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            + ";WRITE_DELAY=0;QUERY_CACHE_SIZE=64;CACHE_SIZE=8192;DB_CLOSE_ON_EXIT=FALSE";

    private static final int SLOWEST_QUERY_MILLIS = 10_000;
    private static final long SLOWEST_CONNECTION_MILLIS = 1_000;

    private final HikariDataSource pool;
    private final JdbcTemplate rows;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final boolean embedded;

    private Database(HikariDataSource pool, boolean embedded) {
        this.pool = pool;
        this.embedded = embedded;
        this.rows = new JdbcTemplate(pool);
        this.jdbc = JdbcClient.create(rows);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    /** Connects and brings the tables up to date. Throws whatever keeps it from that. */
    static Database open(LedgerProperties properties) {
        HikariDataSource pool = new HikariDataSource(config(properties));
        try {
            migrate(properties);
            return new Database(pool, isH2(properties.url()));
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static HikariConfig config(LedgerProperties properties) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("ledger");
        config.setJdbcUrl(url(properties.url()));
        config.setUsername(properties.username());
        config.setPassword(properties.password());
        config.setMaximumPoolSize(properties.connections());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(SLOWEST_CONNECTION_MILLIS);
        config.setConnectionInitSql(patience(properties));
        if (!isH2(properties.url())) {
            config.addDataSourceProperty("connectTimeout", "3");
            config.addDataSourceProperty("socketTimeout", "15");
            config.addDataSourceProperty("ApplicationName", "pml-guard");
        }
        return config;
    }

    /** Once for each connection: said with each statement, H2 forgets the ones it has prepared, and parsing costs more than they do. */
    private static String patience(LedgerProperties properties) {
        return (isH2(properties.url()) ? "set query_timeout " : "set statement_timeout to ") + SLOWEST_QUERY_MILLIS;
    }

    private static String url(String url) {
        return isH2(url) && !url.toUpperCase(Locale.ROOT).contains(";MODE=") ? url + H2_WAYS + lock(url) : url;
    }

    private static String lock(String url) {
        return url.startsWith("jdbc:h2:mem:") ? "" : ";FILE_LOCK=FS";
    }

    private static boolean isH2(String url) {
        return url.startsWith("jdbc:h2:");
    }

    /** By a connection of its own, which may take its time. */
    private static void migrate(LedgerProperties properties) {
        Flyway.configure()
                .dataSource(url(properties.url()), properties.username(), properties.password())
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    Connection connection() throws SQLException {
        return pool.getConnection();
    }

    /** For reading. */
    public JdbcClient jdbc() {
        return jdbc;
    }

    /** For many rows at once. */
    public JdbcTemplate rows() {
        return rows;
    }

    /**
     * Ids as one parameter, to be compared by {@code = any(:ids)}: with {@code in (:ids)} each number of them is a statement of
     * its own, which is parsed anew.
     */
    public static SqlValue ids(Collection<UUID> ids) {
        return new SqlArrayValue("uuid", ids.toArray());
    }

    /** Does it all or nothing; when this returns it is committed, and on H2 forced to the disk. */
    public <T> T committed(Supplier<T> work) {
        T result = transactions.execute(status -> work.get());
        if (embedded) {
            rows.execute("checkpoint sync");
        }
        return result;
    }

    /** Does it all or nothing, without forcing it to the disk on H2: for what can be made again after a crash. */
    public <T> T unforced(Supplier<T> work) {
        return transactions.execute(status -> work.get());
    }

    /**
     * Frees what the file of H2 no longer uses, a little at a time; PostgreSQL does so by itself.
     *
     * @return whether there was something to do
     */
    boolean tidy() {
        return embedded && Boolean.TRUE.equals(rows.execute((ConnectionCallback<Boolean>) EmbeddedFile::tidy));
    }

    @Override
    public void close() {
        pool.close();
    }
}
