package org.pmlguard.replay;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** The lines of a file, plain or gzipped, one after the other. A line that is too long is told and passed over. */
final class Lines implements Closeable {

    /** As much as the server takes in one body. */
    static final int LONGEST = 5_000_000;

    private static final int CHUNK = 1 << 16;

    private final Source source;
    private final InputStream content;
    private final byte[] chunk = new byte[CHUNK];
    private int at;
    private int end;
    private int number;
    private boolean over;

    private Lines(Source source, InputStream content) {
        this.source = source;
        this.content = content;
    }

    /**
     * A line where it stands.
     *
     * @param text without the end of the line; empty if {@code fault} says why
     */
    record Line(Place place, Text text, Optional<Fault> fault) {}

    static Lines of(Source source) throws IOException {
        InputStream raw = Files.newInputStream(source.path());
        try {
            return new Lines(source, isGzip(source.path()) ? new GZIPInputStream(raw, CHUNK) : raw);
        } catch (ZipException | EOFException e) {
            return new Lines(source, new Broken(raw));
        }
    }

    private static boolean isGzip(Path file) {
        return file.toString().endsWith(".gz");
    }

    /** Not gzip at all, in spite of its name. */
    private static final class Broken extends InputStream {

        private final InputStream inner;

        Broken(InputStream inner) {
            this.inner = inner;
        }

        @Override
        public int read() throws IOException {
            throw new ZipException("not gzip");
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return read();
        }

        @Override
        public void close() throws IOException {
            inner.close();
        }
    }

    /** The next line; null at the end. */
    @Nullable
    Line next() throws IOException {
        if (over) {
            return null;
        }
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        long length = 0;
        try {
            while (fill()) {
                int stop = newline();
                length += stop - at;
                if (length <= LONGEST) {
                    line.write(chunk, at, stop - at);
                }
                at = stop + 1;
                if (stop < end) {
                    return line(line.toByteArray(), length);
                }
            }
        } catch (ZipException | EOFException e) {
            over = true;
            return new Line(place(), Text.NONE, Optional.of(Fault.CUT_SHORT));
        }
        over = true;
        return length == 0 ? null : line(line.toByteArray(), length);
    }

    private Line line(byte[] text, long length) {
        return length > LONGEST
                ? new Line(place(), Text.NONE, Optional.of(Fault.TOO_LONG))
                : new Line(place(), new Text(text), Optional.empty());
    }

    private Place place() {
        return new Place(source.number(), number);
    }

    private boolean fill() throws IOException {
        if (at >= end) {
            end = content.read(chunk);
            at = 0;
        }
        return end > 0;
    }

    private int newline() {
        for (int here = at; here < end; here++) {
            if (chunk[here] == '\n') {
                return here;
            }
        }
        return end;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
