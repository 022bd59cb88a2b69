package org.pmlguard.rulebook.words;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pmlguard.knowledge.lab.LabTest;
import org.pmlguard.knowledge.rule.Range;
import org.pmlguard.knowledge.rule.Range.End;

/** Bands of values and their units in words. */
public final class Bands {

    private Bands() {}

    /** {@code above 0.9 and at most 1.5}. */
    static String words(Range band) {
        return Stream.of(end(band.low(), "above ", "at least "), end(band.high(), "below ", "at most "))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" and "));
    }

    /** The same in the test's own unit. */
    static String words(Range band, Optional<LabTest> test) {
        return words(band) + test.map(LabTest::unit).map(Bands::spaced).orElse("");
    }

    /** A unit as people write it; nothing for a plain number. */
    public static String unit(String ucum) {
        String bare = ucum.replaceAll("[{}]", "");
        if (bare.equals("1")) {
            return "";
        }
        return bare.replace("10*9", "×10⁹").replace("/uL", "/µL").replace("Log_", "log ");
    }

    private static String spaced(String ucum) {
        String unit = unit(ucum);
        return unit.isEmpty() ? "" : " " + unit;
    }

    private static Optional<String> end(Optional<End> end, String excluded, String included) {
        return end.map(at -> (at.included() ? included : excluded) + at.at().toPlainString());
    }
}
