package org.pmlguard.fhir;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pmlguard.clinical.Coding;
import org.pmlguard.clinical.Concept;
import tools.jackson.databind.JsonNode;

/** A status as a set of lower-case words, whether it was sent as a code, a CodeableConcept or text, in whatever system. */
record Status(Set<String> words) {

    private static final Status UNSTATED = new Status(Set.of());

    static Status of(Fact fact, JsonNode resource) {
        Optional<String> plain = fact.code(resource);
        if (plain.isPresent()) {
            return new Status(Set.of(spelled(plain.get())));
        }
        List<Concept> concepts = Concepts.all(fact, resource);
        return concepts.isEmpty() ? UNSTATED : new Status(spellings(concepts));
    }

    private static String spelled(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    boolean isAny(Set<String> statuses) {
        for (String word : words) {
            if (statuses.contains(word)) {
                return true;
            }
        }
        return false;
    }

    boolean isUnstated() {
        return words.isEmpty();
    }

    private static Set<String> spellings(List<Concept> statuses) {
        return statuses.stream()
                .flatMap(status ->
                        Stream.concat(status.names(), status.codings().stream().map(Coding::code)))
                .map(Status::spelled)
                .collect(Collectors.toUnmodifiableSet());
    }
}
