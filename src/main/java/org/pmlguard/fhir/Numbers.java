package org.pmlguard.fhir;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads numbers that one may calculate with. */
final class Numbers {

    private static final Pattern DECIMAL = Pattern.compile("[-+]?\\d{1,40}(\\.\\d{1,40})?");
    private static final int MOST_DIGITS = 100;

    private Numbers() {}

    /** The number, also where it was sent as text. {@code 1e999999999} is none: it is short to write and endless to use. */
    static Optional<BigDecimal> read(JsonNode node) {
        return node.isNumber()
                ? node.decimalValueOpt().filter(Numbers::isHandy)
                : Fact.words(node)
                        .filter(text -> DECIMAL.matcher(text).matches())
                        .map(BigDecimal::new);
    }

    private static boolean isHandy(BigDecimal number) {
        return number.precision() <= MOST_DIGITS && number.scale() <= MOST_DIGITS && number.scale() >= -MOST_DIGITS;
    }
}
