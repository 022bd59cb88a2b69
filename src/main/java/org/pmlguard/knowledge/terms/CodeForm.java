package org.pmlguard.knowledge.terms;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.pmlguard.clinical.CodeSystem;

/** The one spelling under which a code is compared. */
final class CodeForm {

    private static final int NDC_DIGITS = 11;

    private CodeForm() {}

    /**
     * The spellings a code may stand for. One for every system but NDC: ten digits without hyphens do not say which
     * segment lost its leading zero, so all three readings are tried (FDA NDC formats 4-4-2, 5-3-2, 5-4-1).
     */
    static List<String> of(CodeSystem system, String code) {
        String plain = code.strip().toUpperCase(Locale.ROOT);
        return switch (system) {
            case ICD10CM, ICD10 -> List.of(plain.replace(".", ""));
            case NDC -> ndc(plain);
            default -> List.of(plain);
        };
    }

    private static List<String> ndc(String code) {
        String[] parts = code.split("-", -1);
        if (parts.length == 3) {
            return List.of(padded(parts[0], 5) + padded(parts[1], 4) + padded(parts[2], 2));
        }
        if (code.length() == NDC_DIGITS - 1) {
            return Stream.of(0, 5, 9)
                    .map(at -> code.substring(0, at) + "0" + code.substring(at))
                    .toList();
        }
        return List.of(code);
    }

    private static String padded(String digits, int length) {
        return "0".repeat(Math.max(0, length - digits.length())) + digits;
    }
}
