package org.pmlguard.fhir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pmlguard.clinical.Gap;
import org.pmlguard.clinical.Gap.Cause;

/**
 * One question in the words different servers understand, the best first. Which words a server understands is remembered
 * under the key.
 *
 * @param key of the question, never of a patient
 * @param phrases at least one
 * @param ifNothing the causes for which the next words are tried
 */
record Phrasings(String key, List<Phrase> phrases, Set<Cause> ifNothing) {

    /** What a treatment may be ordered with; plans, proposals and options do not count as taken. */
    private static final String ORDERS = "&intent=order,original-order,reflex-order,filler-order,instance-order";

    /**
     * A query in certain words.
     *
     * @param query relative to the server's base
     * @param whole whether its answer is the answer to the question; otherwise there may be more
     */
    record Phrase(String query, boolean whole) {}

    /** All ways to ask a query as the template has it. */
    static Phrasings of(Query query, String asked) {
        return switch (query.key()) {
            case "labs" -> new Phrasings(query.key(), labs(asked), Set.of(Cause.NOT_UNDERSTOOD));
            case "medicationRequests" ->
                new Phrasings(query.key(), requests(asked), Set.of(Cause.NOT_UNDERSTOOD, Cause.REFUSED));
            default -> new Phrasings(query.key(), plain(asked), Set.of(Cause.NOT_UNDERSTOOD));
        };
    }

    /** Whether other words may help where these gave that. */
    boolean mayHelp(Fetched fetched) {
        return fetched instanceof Fetched.Nothing(Gap.Cause why) && ifNothing.contains(why);
    }

    private static List<Phrase> plain(String asked) {
        return distinct(Stream.of(new Phrase(asked, true), new Phrase(without(asked, "_sort", "_count"), true)));
    }

    /** A search by code may be more than a server can do; the laboratory category must be supported by US Core. */
    private static List<Phrase> labs(String asked) {
        List<Phrase> phrases = new ArrayList<>(plain(asked));
        phrases.add(new Phrase(without(asked, "_sort", "_count", "code", "category") + "&category=laboratory", false));
        return distinct(phrases.stream());
    }

    /** Some servers refuse a search of requests that does not say which intent (athenahealth does so with 403). */
    private static List<Phrase> requests(String asked) {
        String bare = without(asked, "_sort", "_count");
        return asked.contains("intent=")
                ? plain(asked)
                : distinct(Stream.of(
                        new Phrase(asked, true),
                        new Phrase(bare + ORDERS, true),
                        new Phrase(bare + "&intent=order", false)));
    }

    private static List<Phrase> distinct(Stream<Phrase> phrases) {
        Map<String, Phrase> byQuery = new LinkedHashMap<>();
        phrases.forEach(phrase -> byQuery.putIfAbsent(phrase.query(), phrase));
        return List.copyOf(byQuery.values());
    }

    private static String without(String query, String... names) {
        int parameters = query.indexOf('?') + 1;
        Set<String> unwanted = Set.of(names);
        return query.substring(0, parameters)
                + Stream.of(query.substring(parameters).split("&", -1))
                        .filter(parameter -> !unwanted.contains(parameter.replaceFirst("[=:].*", "")))
                        .collect(Collectors.joining("&"));
    }

    /** The queries name a patient. */
    @Override
    public String toString() {
        return "Phrasings[" + key + "]";
    }
}
