package org.pmlguard.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Patients' data on disk, for as long as a replay runs. */
class PartitionsTest {

    private static final String SECRET = "natalizumab for somebody";

    @TempDir
    private Path work;

    private static Row row(String patient, int line) {
        return new Row(
                new Place(0, line),
                "Condition",
                "c" + line,
                patient,
                new Text(SECRET.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theRowsOfAPatientComeBackTogetherAndInSequence() throws IOException {
        try (Partitions partitions = Partitions.in(work, 40_000_000)) {
            for (int line = 1; line <= 1000; line++) {
                partitions.add(row("p" + line % 10, line));
            }
            partitions.written();
            List<Integer> ofOne = new ArrayList<>();
            int with = 0;
            for (int number = 0; number < partitions.count(); number++) {
                List<Integer> found = lines(partitions, number, "p3");
                with += found.isEmpty() ? 0 : 1;
                ofOne.addAll(found);
            }
            assertThat(partitions.count()).isEqualTo(6);
            assertThat(with).isEqualTo(1);
            assertThat(ofOne).hasSize(100).isSorted();
        }
    }

    private static List<Integer> lines(Partitions partitions, int number, String patient) throws IOException {
        List<Integer> lines = new ArrayList<>();
        try (Partitions.Reader rows = partitions.read(number)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                assertThat(new String(row.text().bytes(), StandardCharsets.UTF_8))
                        .isEqualTo(SECRET);
                if (row.patient().equals(patient)) {
                    lines.add(row.place().line());
                }
            }
        }
        return lines;
    }

    @Test
    void theDiskHoldsNothingReadableAndOnlyForUs() throws IOException {
        try (Partitions partitions = Partitions.in(work, 1)) {
            partitions.add(row("mr-somebody", 1));
            partitions.written();
            assertThat(rights(partitions.folder())).isEqualTo("rwx------");
            try (Stream<Path> files = Files.list(partitions.folder())) {
                assertThat(files).isNotEmpty().allSatisfy(file -> {
                    assertThat(rights(file)).isEqualTo("rw-------");
                    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .isNotEmpty()
                            .doesNotContain("somebody", "Condition");
                });
            }
        }
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void nothingIsLeftWhenTheWorkFails() throws IOException {
        try (Partitions partitions = Partitions.in(work, 1)) {
            partitions.add(row("p", 1));
            throw new IllegalStateException("in the middle");
        } catch (IllegalStateException e) {
            assertThat(work).isEmptyDirectory();
        }
    }
}
