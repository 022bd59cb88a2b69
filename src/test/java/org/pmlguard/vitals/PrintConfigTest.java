package org.pmlguard.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintConfigTest {

    @TempDir
    private Path folder;

    private static String printed(String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int code = new PrintConfig(new PrintStream(bytes, true, StandardCharsets.UTF_8)).run(arguments);
        assertThat(code).isZero();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everySettingIsShownAsItWouldBeTaken() {
        assertThat(printed("--print-config", "--pmlguard.deadline=2s"))
                .contains("pmlguard.deadline: 2s\n", "pmlguard.max-body: 5MB\n", "server.shutdown: graceful\n")
                .contains("pmlguard.used-tokens: memory\n")
                .doesNotContain("logging.level.root");
    }

    @Test
    void secretsAreNot() {
        assertThat(printed(
                        "--print-config",
                        "--pmlguard.ledger.password=s3cret",
                        "--pmlguard.ledger.url=jdbc:postgresql://db/x?user=u&password=s3cret&ssl=true",
                        "--pmlguard.terminology.address=https://s3cret:s3cret@tx.example",
                        "--pmlguard.review.users[0].name=ada",
                        "--pmlguard.review.users[0].password=s3cret",
                        "--pmlguard.tenants[0].jwks={\"d\":\"s3cret\"}",
                        "--management.opentelemetry.tracing.export.otlp.headers.authorization=s3cret"))
                .contains("pmlguard.ledger.password: ***", "pmlguard.review.users[0].name: ada")
                .contains("jdbc:postgresql://db/x?user=***&password=***&ssl=true", "https://***@tx.example")
                .doesNotContain("s3cret");
    }

    @Test
    void aSecretIsReadFromAFileThatHasItsName() throws IOException {
        Files.writeString(folder.resolve("pmlguard.ledger.password"), "s3cret\n");
        Files.writeString(folder.resolve("pmlguard.ledger.username"), "guard\n");
        String read = printed("--print-config", "--pmlguard.secrets-directory=" + folder + "/");
        assertThat(read)
                .contains("pmlguard.ledger.username: guard\n", "pmlguard.ledger.password: ***\n")
                .doesNotContain("s3cret");
    }
}
