package org.pmlguard.knowledge.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The files of a pack, and the hash over all that were read. */
final class PackFiles {

    private static final ObjectMapper YAML = YAMLMapper.builder().build();
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    static final String OVERLAY = "overlay/";

    private final Function<String, @Nullable InputStream> open;
    private final SortedMap<String, byte[]> read = new TreeMap<>();

    /** @param open from a path to its content; null where there is none */
    PackFiles(Function<String, @Nullable InputStream> open) {
        this.open = open;
    }

    /** The files shipped inside the program. */
    static PackFiles shipped() {
        return new PackFiles(path -> PackFiles.class.getResourceAsStream("/" + path));
    }

    /** The shipped files, and beside them those of a site's directory under {@code overlay/}. */
    static PackFiles shippedWith(Path directory) {
        return new PackFiles(path -> path.startsWith(OVERLAY)
                ? file(directory.resolve(path.substring(OVERLAY.length())))
                : PackFiles.class.getResourceAsStream("/" + path));
    }

    private static @Nullable InputStream file(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.newInputStream(file) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean exists(String path) {
        try (InputStream content = open.apply(path)) {
            return content != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode tree(String path) {
        byte[] content = read.computeIfAbsent(path, this::bytes);
        return (path.endsWith(".yaml") ? YAML : JSON).readTree(content);
    }

    private byte[] bytes(String path) {
        try (InputStream content = open.apply(path)) {
            if (content == null) {
                throw new IllegalStateException("no file " + path + " in the knowledge pack");
            }
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SHA-256 over the names and contents of all files read, in the order of their names. */
    String sha256() {
        MessageDigest digest = digest();
        read.forEach((path, content) -> {
            digest.update(path.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(content);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
