package org.pmlguard.review;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An entry of a fixed list: kept by its code, shown in words. */
interface Coded {

    String name();

    String words();

    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a pharmacist did about a case. */
    enum Intervention implements Coded {
        CONTACTED_PRESCRIBER("Contacted the prescriber"),
        RECOMMENDED_HOLD("Recommended to hold the order"),
        RECOMMENDED_TEST("Recommended a test"),
        TEST_ORDERED("Test ordered"),
        ORDER_CHANGED("Order changed"),
        PATIENT_INFORMED("Patient informed"),
        NO_ACTION_NEEDED("No action needed");

        private final String words;

        Intervention(String words) {
            this.words = words;
        }

        @Override
        public String words() {
            return words;
        }
    }

    /** What a case came to. */
    enum Conclusion implements Coded {
        VERIFIED("Verified: the order stands"),
        RESOLVED("Resolved: order or treatment changed"),
        NOT_RELEVANT("Not relevant for this patient"),
        RULE_WRONG("The card was wrong");

        private final String words;

        Conclusion(String words) {
            this.words = words;
        }

        @Override
        public String words() {
            return words;
        }
    }

    /** The words of a code of any list; the code itself if it is in none. */
    static String words(String code) {
        return find(List.of(Intervention.values()), code)
                .map(Coded::words)
                .or(() -> find(List.of(Conclusion.values()), code).map(Coded::words))
                .orElse(code);
    }

    static Optional<? extends Coded> find(List<? extends Coded> list, String code) {
        return list.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** The list an action has a code from; empty if it has none. */
    static List<? extends Coded> of(Action action) {
        return switch (action) {
            case INTERVENTION -> Arrays.asList(Intervention.values());
            case CLOSE -> Arrays.asList(Conclusion.values());
            default -> List.of();
        };
    }
}
