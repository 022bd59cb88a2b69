package org.pmlguard.replay;

import java.util.Optional;
import org.pmlguard.fhir.FhirTree;
import tools.jackson.databind.JsonNode;

/** Lines as trees. */
final class Trees {

    private static final int MANY_DIGITS = 6;

    private Trees() {}

    /** The resource in a line that was looked at before. */
    static JsonNode of(Text line) {
        return FhirTree.parse(line.bytes())
                .orElseThrow(() -> new IllegalStateException("a line changed between two readings"));
    }

    /** Whether a tree can be made of a line that is JSON: there are exponents that no number has. */
    static boolean isPossible(Text line) {
        return !mayBeBeyondNumbers(line.bytes()) || parsed(line.bytes()).isPresent();
    }

    private static Optional<JsonNode> parsed(byte[] line) {
        try {
            return FhirTree.parse(line);
        } catch (NumberFormatException _) { // an exponent beyond what BigDecimal holds
            return Optional.empty();
        }
    }

    /** A digit, an e, a sign or none, and many digits: a number, or a part of some id. */
    private static boolean mayBeBeyondNumbers(byte[] line) {
        for (int at = 1; at + MANY_DIGITS < line.length; at++) {
            if ((line[at] | 0x20) == 'e' && isDigit(line[at - 1]) && isExponent(line, at + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isExponent(byte[] line, int from) {
        int first = line[from] == '-' || line[from] == '+' ? from + 1 : from;
        for (int at = first; at < first + MANY_DIGITS; at++) {
            if (at >= line.length || !isDigit(line[at])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(byte letter) {
        return letter >= '0' && letter <= '9';
    }
}
