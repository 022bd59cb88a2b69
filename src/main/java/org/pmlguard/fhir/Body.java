package org.pmlguard.fhir;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.pmlguard.fhir.Allowance.Metered;

/** Reads the body of an answer, plain or packed with gzip, as long as the allowance lasts. */
final class Body {

    private Body() {}

    /**
     * The bytes of a body; none if they are packed in a way we did not ask for, or not packed as they say.
     *
     * @throws Allowance.Exceeded if there are too many
     */
    static Optional<byte[]> read(InputStream body, String encoding, Allowance allowance) throws IOException {
        Metered wire = allowance.packed(body);
        return switch (encoding) {
            case "", "identity" -> Optional.of(allowance.unpacked(wire, wire).readAllBytes());
            case "gzip", "x-gzip" -> unpacked(wire, allowance);
            default -> Optional.empty();
        };
    }

    private static Optional<byte[]> unpacked(Metered wire, Allowance allowance) throws IOException {
        try (InputStream gzip = new GZIPInputStream(wire)) {
            byte[] bytes = allowance.unpacked(gzip, wire).readAllBytes();
            // What follows the packed part is read too, or the connection could not be used again.
            wire.transferTo(OutputStream.nullOutputStream());
            return Optional.of(bytes);
        } catch (ZipException | EOFException e) {
            return Optional.empty();
        }
    }
}
