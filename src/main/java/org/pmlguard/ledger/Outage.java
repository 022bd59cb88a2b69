package org.pmlguard.ledger;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells a database that is away from an entry it would not take. */
final class Outage {

    /** SQL states of a statement's own fault: cardinality, data, integrity, limits. */
    private static final Set<String> OF_AN_ENTRY = Set.of("21", "22", "23", "54");

    private Outage() {}

    /** Whatever is not clearly the fault of one entry, so that nothing is thrown away for want of a connection. */
    static boolean causedBy(Throwable failure) {
        return sql(failure)
                .map(e -> !OF_AN_ENTRY.contains(stateClass(e)))
                .orElse(failure instanceof DataAccessException || failure instanceof TransactionException);
    }

    private static String stateClass(SQLException e) {
        String state = e.getSQLState();
        return state == null || state.length() < 2 ? "" : state.substring(0, 2);
    }

    private static Optional<SQLException> sql(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException e) {
                return Optional.of(e);
            }
        }
        return Optional.empty();
    }

    /** The kind and SQL state only: messages may quote what they failed on. */
    static String kind(Throwable failure) {
        return failure.getClass().getSimpleName()
                + sql(failure).map(e -> " state=" + e.getSQLState()).orElse("");
    }
}
