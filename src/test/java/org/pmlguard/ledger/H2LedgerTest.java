package org.pmlguard.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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
    void theFileIsWhereTheSettingSays() {
        assertThat(Files.exists(folder.resolve("ledger0.mv.db"))).isTrue();
    }
}
