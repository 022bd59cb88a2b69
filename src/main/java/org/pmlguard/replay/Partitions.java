package org.pmlguard.replay;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.CipherOutputStream;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * Rows put aside on disk so that all of one patient lie in one file. The files are patients' data: they belong to this user
 * alone, are encrypted with a key that exists only in this process, and are deleted when the run ends, however it ends.
 */
final class Partitions implements Closeable {

    /** Little enough that two of them fit into a small heap beside everything else. */
    private static final long BYTES_OF_ONE = 8_000_000;

    /** Each holds a file open; many systems allow a process 1024. */
    private static final int MOST = 400;

    private static final int BUFFER = 1 << 15;

    private final Path folder;
    private final SecretKey key = newKey();
    private final List<DataOutputStream> open = new ArrayList<>();
    private final Thread atExit = new Thread(this::delete, "delete-partitions");
    private boolean deleted;

    private Partitions(Path folder) {
        this.folder = folder;
    }

    /**
     * Opens as many as a text needs.
     *
     * @param work the folder to put them in, under a folder of their own
     */
    static Partitions in(Path work, long text) throws IOException {
        Files.createDirectories(work);
        Partitions partitions = new Partitions(OwnerOnly.folderIn(work, "pmlguard-replay-"));
        Runtime.getRuntime().addShutdownHook(partitions.atExit);
        int count = Math.clamp(text / BYTES_OF_ONE + 1, 1, MOST);
        for (int number = 0; number < count; number++) {
            partitions.open.add(partitions.writer(number));
        }
        return partitions;
    }

    int count() {
        return open.size();
    }

    Path folder() {
        return folder;
    }

    /** Puts a row aside. One thread only. */
    void add(Row row) throws IOException {
        row.write(open.get(Math.floorMod(row.patient().hashCode(), open.size())));
    }

    /** Ends the writing. */
    void written() throws IOException {
        for (DataOutputStream partition : open) {
            partition.close();
        }
    }

    private DataOutputStream writer(int number) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(
                new CipherOutputStream(
                        Files.newOutputStream(OwnerOnly.created(file(number))), cipher(Cipher.ENCRYPT_MODE, number)),
                BUFFER));
    }

    /** Reads the rows of a partition from its beginning, as often as need be. */
    Reader read(int number) throws IOException {
        return new Reader(new DataInputStream(new BufferedInputStream(
                new CipherInputStream(Files.newInputStream(file(number)), cipher(Cipher.DECRYPT_MODE, number)),
                BUFFER)));
    }

    /** The rows of one partition. */
    static final class Reader implements Closeable {

        private final DataInputStream rows;

        Reader(DataInputStream rows) {
            this.rows = rows;
        }

        /** The next row; null at the end. */
        @Nullable
        Row next() throws IOException {
            return Row.read(rows);
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }

    private Path file(int number) {
        return folder.resolve("part-" + number);
    }

    private static SecretKey newKey() {
        try {
            KeyGenerator keys = KeyGenerator.getInstance("AES");
            keys.init(256, new SecureRandom());
            return keys.generateKey();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES", e);
        }
    }

    /** Each file counts from its own start, which is far from that of any other. */
    private Cipher cipher(int mode, int number) {
        try {
            byte[] start = new byte[16];
            start[0] = (byte) (number >> 8);
            start[1] = (byte) number;
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(mode, key, new IvParameterSpec(start));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES", e);
        }
    }

    private synchronized void delete() {
        if (deleted) {
            return;
        }
        deleted = true;
        for (int number = 0; number < open.size(); number++) {
            tryToDelete(file(number));
        }
        tryToDelete(folder);
    }

    private static void tryToDelete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            path.toFile().deleteOnExit();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            written();
        } finally {
            delete();
            forgetAtExit();
        }
    }

    private void forgetAtExit() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException _) { // the machine is going down already, and the hook runs
            delete();
        }
    }
}
