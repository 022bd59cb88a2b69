package org.pmlguard.terminology;

import java.util.List;
import java.util.stream.Stream;
import org.pmlguard.clinical.Concept;

/** How much of an answer is believed to be about one medicine. */
final class Limits {

    private static final int LONGEST_NAME = 400;
    private static final int MOST = 30;

    private Limits() {}

    static String cut(String text) {
        return text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) : text;
    }

    static List<String> names(Stream<String> names) {
        return names.filter(name -> !name.isBlank()).distinct().limit(MOST).toList();
    }

    static List<Concept> concepts(Stream<Concept> concepts) {
        return concepts.filter(concept -> !concept.isEmpty())
                .distinct()
                .limit(MOST)
                .toList();
    }
}
