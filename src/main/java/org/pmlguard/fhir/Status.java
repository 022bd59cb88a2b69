package org.pmlguard.fhir;

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

    static Status of(Fact fact, JsonNode resource) {
        Optional<String> plain = fact.code(resource);
        if (plain.isPresent()) {
            return new Status(Set.of(spelled(plain.get())));
        }
        return new Status(fact.in(resource)
                .map(Concepts::read)
                .flatMap(Status::spellings)
                .map(Status::spelled)
                .collect(Collectors.toUnmodifiableSet()));
    }

    private static String spelled(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    boolean isAny(Set<String> statuses) {
        return words.stream().anyMatch(statuses::contains);
    }

    boolean isUnstated() {
        return words.isEmpty();
    }

    private static Stream<String> spellings(Concept status) {
        return Stream.concat(status.names(), status.codings().stream().map(Coding::code));
    }
}
