package org.pmlguard.knowledge.terms;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.pmlguard.clinical.CodeSystem;

/** The one spelling under which a code is compared. */
final class CodeForm {

    private static final int PACKAGE_DIGITS = 11;
    private static final int PRODUCT_DIGITS = 9;

    private CodeForm() {}

    /** The spellings under which a code is filed: an NDC by its package and by its product, labeler and product segment. */
    static Stream<String> filed(CodeSystem system, String code) {
        return of(system, code).stream()
                .flatMap(form -> system == CodeSystem.NDC ? Stream.of(form, product(form)) : Stream.of(form))
                .distinct();
    }

    /**
     * The spellings a code may stand for. One for every system but NDC: a package not seen before is known by its product,
     * and ten digits without hyphens do not say which segment lost its leading zero, so all three readings are tried (FDA
     * NDC formats 4-4-2, 5-3-2, 5-4-1).
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
        return switch (parts.length) {
            case 3 -> packaged(padded(parts[0], 5) + padded(parts[1], 4) + padded(parts[2], 2));
            case 2 -> List.of(padded(parts[0], 5) + padded(parts[1], 4));
            default -> bare(code);
        };
    }

    private static List<String> bare(String code) {
        return switch (code.length()) {
            case PACKAGE_DIGITS -> packaged(code);
            case PACKAGE_DIGITS - 1 ->
                Stream.of(0, 5, 9)
                        .map(at -> code.substring(0, at) + "0" + code.substring(at))
                        .toList();
            default -> List.of(code);
        };
    }

    private static List<String> packaged(String code) {
        return List.of(code, product(code));
    }

    private static String product(String code) {
        return code.length() > PRODUCT_DIGITS ? code.substring(0, PRODUCT_DIGITS) : code;
    }

    private static String padded(String digits, int length) {
        return "0".repeat(Math.max(0, length - digits.length())) + digits;
    }
}
