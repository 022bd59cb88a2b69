package org.pmlguard.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** The ledger's connections for rooms that may not know it; while it cannot be reached there are none. */
final class LedgerDataSource extends AbstractDataSource {

    private final Ledger ledger;

    LedgerDataSource(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            return ledger.database().connection();
        } catch (LedgerDown e) {
            throw new SQLException("The ledger cannot be reached", e);
        }
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }
}
