package org.pmlguard.tenant;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;

/** The directory with a YAML file for each tenant. */
record TenantFiles(Path directory) {

    /** The hash of all that lies in the directory, key files too, by name and content. */
    String fingerprint() throws IOException {
        MessageDigest hash = sha256();
        for (Path file : files("")) {
            hash.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            hash.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(hash.digest());
    }

    /** Reads every file, and notes what cannot be read. */
    void read(TenantReader reader, Violations violations) {
        try {
            for (Path file : files(".yaml")) {
                read(file, reader, violations);
            }
        } catch (IOException e) {
            violations.add("pmlguard.tenants-directory", "cannot be read");
        }
    }

    private List<Path> files(String ending) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(file -> !file.getFileName().toString().startsWith("."))
                    .filter(file -> file.toString().endsWith(ending) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        }
    }

    private static void read(Path file, TenantReader reader, Violations violations) {
        String name = file.getFileName().toString();
        try {
            reader.read(name + ": ", entry(file));
        } catch (BindException e) {
            violations.add(name + ":", "has a setting that is unknown or of the wrong kind: " + Violations.place(e));
        } catch (IOException | RuntimeException e) { // the YAML reader throws what it likes, and quotes what it read
            violations.add(name + ":", "is not valid YAML");
        }
    }

    private static TenantEntry entry(Path file) throws IOException {
        List<PropertySource<?>> sources = new YamlPropertySourceLoader().load("tenant", new FileSystemResource(file));
        return new Binder(ConfigurationPropertySources.from(sources))
                .bindOrCreate(
                        "", Bindable.of(TenantEntry.class), new NoUnboundElementsBindHandler(BindHandler.DEFAULT));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
