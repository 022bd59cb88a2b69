package org.pmlguard.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody at a command line meets. */
class ReplayCommandTest {

    @TempDir
    private Path root;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                          | no file or folder is named
                    in --frobnicate             | there is no option --frobnicate
                    in --exported Condition,Coverage | --exported: no rule looks at a type Coverage
                    in --report                 | --report needs a value
                    in --from yesterday         | --from needs a day such as 2026-01-31
                    in --from 2026              | --from needs a day such as 2026-01-31
                    in --patient-cap 0          | --patient-cap needs a number from 1 to 1000000
                    in --threads many           | --threads needs a number from 1 to 64
                    in --from 2026-02-01 --to 2026-01-01 | --from lies after --to
                    """)
    void whatCannotBeFollowedIsNamed(String arguments, String complaint) {
        Export.Run run = new Export(root).run(("replay " + arguments).strip().split(" ", -1));
        assertThat(run.exit()).isEqualTo(ReplayCommand.USAGE);
        assertThat(run.errors()).contains("usage: replay").contains(complaint);
    }

    @Test
    void aFolderThatIsNotThereIsAFailure() {
        Export.Run run = new Export(root).replay();
        assertThat(run.exit()).isEqualTo(ReplayCommand.FAILED);
        assertThat(run.errors()).contains("there is no file or folder");
    }

    @Test
    void aFolderWithoutLinesIsNoReplay() throws IOException {
        Files.createDirectories(root.resolve("export"));
        Export.Run run = new Export(root).replay();
        assertThat(run.exit()).isEqualTo(ReplayCommand.USAGE);
        assertThat(run.errors()).contains("no .ndjson or .ndjson.gz file");
    }

    @Test
    void anOverlayThatIsRefusedSaysWhere() throws IOException {
        Files.writeString(root.resolve("rules.yaml"), "rules: [{id: PML-001, shadow: true}]");
        Export.Run run = new Export(root)
                .file("a.ndjson", Export.natalizumab("1", "p", "2025-02-01"))
                .replay("--overlay", root.toString());
        assertThat(run.exit()).isEqualTo(ReplayCommand.USAGE);
        assertThat(run.errors()).contains("overlay/rules.yaml/rules/0/shadow: PML-001 may not be put in shadow");
    }

    @Test
    void aReportThatCannotBeWrittenIsAFailure() throws IOException {
        Files.writeString(root.resolve("report"), "in the way");
        Export.Run run = new Export(root)
                .file("a.ndjson", Export.natalizumab("1", "p", "2025-02-01"))
                .replay();
        assertThat(run.exit()).isEqualTo(ReplayCommand.FAILED);
    }

    @Test
    void whatNamesPatientsIsReadByItsOwnerOnly() throws IOException {
        Export.Run run = new Export(root)
                .file("a.ndjson", Export.natalizumab("1", "p", "2025-02-01"))
                .replay("--findings");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(run.report().resolve("findings.ndjson"))))
                .isEqualTo("rw-------");
        assertThat(run.file("report.html"))
                .contains("It names patients, orders and results")
                .doesNotContain("Patient/p");
    }
}
