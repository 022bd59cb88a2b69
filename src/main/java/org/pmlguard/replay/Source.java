package org.pmlguard.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of lines.
 *
 * @param number its place among the sources
 * @param name how reports call it: its path below the folder that was named
 * @param size in bytes, as it lies there
 */
record Source(int number, Path path, String name, long size) {

    private static final int PACKED = 12;

    /** All files of lines that were named, or lie in a folder that was, in the sequence of their names. */
    static List<Source> in(List<Path> inputs) throws IOException {
        List<Source> sources = new ArrayList<>();
        for (Path input : inputs) {
            if (!Files.exists(input)) {
                throw new NoSuchFileException(input.toString());
            }
            for (Path file : files(input)) {
                String name = file.equals(input)
                        ? String.valueOf(input.getFileName())
                        : input.relativize(file).toString();
                sources.add(new Source(sources.size(), file, name, Files.size(file)));
            }
        }
        return List.copyOf(sources);
    }

    private static List<Path> files(Path input) throws IOException {
        if (!Files.isDirectory(input)) {
            return List.of(input);
        }
        try (Stream<Path> below = Files.walk(input)) {
            return below.filter(Files::isRegularFile)
                    .filter(Source::hasLines)
                    .sorted()
                    .toList();
        }
    }

    private static boolean hasLines(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".ndjson") || name.endsWith(".ndjson.gz");
    }

    /** About how much text it holds. */
    long text() {
        return path.toString().endsWith(".gz") ? size * PACKED : size;
    }
}
