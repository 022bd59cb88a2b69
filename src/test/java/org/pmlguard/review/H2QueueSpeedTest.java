package org.pmlguard.review;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** In an H2 file. */
@Tag("proof")
class H2QueueSpeedTest extends QueueSpeedTest {

    @TempDir
    private static Path folder;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("pmlguard.ledger.url", () -> "jdbc:h2:file:" + folder.resolve("ledger"));
    }

    @Override
    String numbers(int most) {
        return "system_range(1, " + most + ") as numbers(n)";
    }
}
