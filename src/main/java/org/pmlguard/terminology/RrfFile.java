package org.pmlguard.terminology;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A file in the Rich Release Format of RxNorm: one row a line, cells closed by a bar.
 *
 * @param columns the fewest cells a row must have
 */
record RrfFile(Path path, int columns) {

    /** Reads row after row; never more than one in memory. */
    void read(Findings findings, Consumer<String[]> row) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                String[] cells = line.split("\\|", -1);
                if (cells.length < columns || !isNumber(cells[0])) {
                    findings.malformed(path.getFileName() + ":" + number);
                } else {
                    row.accept(cells);
                }
            }
        }
    }

    static boolean isNumber(String text) {
        return text.length() <= 9 && !text.isEmpty() && text.chars().allMatch(Character::isDigit);
    }
}
