package org.pmlguard.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.pmlguard.cdshooks.Discovery;
import org.pmlguard.cdshooks.Service;

/** The service that is called. */
final class OrderSign {

    static final Service SERVICE = read();

    private OrderSign() {}

    private static Service read() {
        try {
            String definition = Files.readString(Path.of("hooks", "pml-order-sign", "service.json"));
            return new Discovery(List.of(definition)).services().getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
