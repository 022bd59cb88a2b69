package org.pmlguard.hook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.pmlguard.cdshooks.Discovery;

/** The definitions in {@code hooks/<service-id>/service.json}, in the order they are listed to EHRs. */
public final class ServiceFiles {

    private static final List<String> IDS = List.of(
            "pml-order-select",
            "pml-order-sign",
            "pml-order-dispatch",
            "pml-medication-prescribe",
            "pml-medication-refill",
            "pml-medication-verify",
            "pml-patient-view",
            "pml-encounter-start");

    private ServiceFiles() {}

    public static Discovery discovery() {
        return new Discovery(IDS.stream().map(ServiceFiles::definition).toList());
    }

    private static String definition(String id) {
        String path = "/hooks/" + id + "/service.json";
        try (InputStream file = ServiceFiles.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("no service definition at " + path);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
