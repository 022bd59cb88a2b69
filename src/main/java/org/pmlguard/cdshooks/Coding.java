package org.pmlguard.cdshooks;

import java.util.Optional;

/**
 * A code with the system that defines it (2.0.1, Coding).
 *
 * @param code the code, never blank
 * @param system the code system's URI, never blank
 * @param display the code in words; an override reason must have one
 */
public record Coding(String code, String system, Optional<String> display) {

    public Coding {
        Rules.text("code", code);
        Rules.text("system", system);
        Rules.text("display", display);
    }

    /** A code with its words. */
    public static Coding of(String code, String system, String display) {
        return new Coding(code, system, Optional.of(display));
    }

    /** A code without words. */
    public static Coding of(String code, String system) {
        return new Coding(code, system, Optional.empty());
    }
}
