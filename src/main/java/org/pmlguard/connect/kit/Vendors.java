package org.pmlguard.connect.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What is documented of how vendors' EHRs call CDS services; {@code connect/vendors.yaml}.
 *
 * @param vendors in the sequence to show them
 */
public record Vendors(List<Vendor> vendors) {

    private static final String FILE = "/connect/vendors.yaml";

    public Vendors {
        vendors = List.copyOf(vendors);
    }

    /** One vendor. */
    public record Vendor(String name, List<Note> notes) {
        public Vendor {
            notes = List.copyOf(notes);
        }
    }

    /**
     * One thing to know.
     *
     * @param source where it was read, and how good that is
     */
    public record Note(String text, String source) {}

    /** Those packed with the program. */
    public static Vendors shipped() {
        try (InputStream file = Vendors.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("no file at " + FILE);
            }
            return new Vendors(YAMLMapper.shared().readValue(file, new TypeReference<List<Vendor>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
