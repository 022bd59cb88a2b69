package org.pmlguard.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two commands, on a ledger that a server has left behind. */
class LedgerCommandTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @BeforeEach
    void aServerRecordedADecision() {
        LedgerProperties properties = LedgerTest.settings(url(), "");
        Ledger ledger = Ledger.opening(properties, CLOCK, event -> {}, () -> Database.open(properties));
        ledger.start();
        ledger.record(Decisions.natalizumab("st-elsewhere", "nora"), Duration.ofSeconds(20));
        ledger.stop();
    }

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("ledger");
    }

    private int run(String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--pmlguard.ledger.url=" + url();
        return new LedgerCommand(stream(out), stream(errors), CLOCK).run(all);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void anExportIsJsonLinesAndNothingElse() {
        assertThat(run("ledger-export")).isEqualTo(LedgerCommand.DONE);
        assertThat(said().lines()).singleElement().satisfies(line -> {
            assertThat(Kept.JSON.readTree(line).path("tenant").asString()).isEqualTo("st-elsewhere");
            assertThat(line).doesNotContain("nora");
        });
    }

    @Test
    void anExportOfOneTenantGoesToAFile() throws IOException {
        Path file = folder.resolve("export.jsonl");
        assertThat(run("ledger-export", "--out", file.toString(), "--tenant", "st-elsewhere", "--identified"))
                .isEqualTo(LedgerCommand.DONE);
        assertThat(Files.readAllLines(file)).singleElement().asString().contains("nora");
        assertThat(run("ledger-export", "--tenant", "nobody")).isEqualTo(LedgerCommand.DONE);
        assertThat(said()).isEmpty();
    }

    @Test
    void aPurgeForgetsWhatIsOlderAndNothingElse() {
        assertThat(run("ledger-purge", "--older-than", "P1D")).isEqualTo(LedgerCommand.DONE);
        assertThat(said()).contains("forgotten: 0 decisions");
        Clock later = Clock.offset(CLOCK, Duration.ofDays(3));
        new LedgerCommand(stream(out), stream(errors), later)
                .run(new String[] {"ledger-purge", "--older-than", "P1D", "--pmlguard.ledger.url=" + url()});
        assertThat(said()).contains("forgotten: 1 decisions");
    }

    @Test
    void whatIsNoOptionIsNamed() {
        assertThat(run("ledger-export", "--everything")).isEqualTo(LedgerCommand.USAGE);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("usage:", "unknown option --everything");
    }

    @Test
    void aLedgerThatCannotBeOpenedIsSaid() {
        LedgerCommand command = new LedgerCommand(stream(out), stream(errors), CLOCK);
        assertThat(command.run(
                        new String[] {"ledger-export", "--pmlguard.ledger.url=jdbc:postgresql://localhost:1/nowhere"}))
                .isEqualTo(LedgerCommand.FAILED);
    }
}
