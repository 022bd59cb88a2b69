package org.pmlguard.fhir;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pmlguard.clinical.Gap;
import tools.jackson.databind.JsonNode;

/** The Medications that orders point to and nobody sent, fetched together and each once. */
final class MedicationLookup {

    /** More than any order set needs, and little enough not to bother the EHR. */
    static final int MOST = 20;

    private static final Fetched NOT_THERE = new Fetched.Nothing(Gap.Cause.NOT_IDENTIFIED);
    private static final Fetched NOT_ASKED = new Fetched.Nothing(Gap.Cause.INCOMPLETE);

    private final Neighbours near;
    private final Map<TypedId, Fetched> fetched;

    private MedicationLookup(Neighbours near, Map<TypedId, Fetched> fetched) {
        this.near = near;
        this.fetched = fetched;
    }

    /** Fetches what stands at those addresses, as far as it is on the caller's server. */
    static MedicationLookup of(Stream<String> addresses, Neighbours near, Outbound out) {
        List<TypedId> names = addresses
                .flatMap(address -> name(address, near).stream())
                .distinct()
                .limit(MOST)
                .toList();
        return new MedicationLookup(near, Together.all(names, name -> fetch(name, out)));
    }

    Fetched medication(String address) {
        return name(address, near)
                .map(name -> fetched.getOrDefault(name, NOT_ASKED))
                .orElse(NOT_THERE);
    }

    private static Optional<TypedId> name(String address, Neighbours near) {
        return near.typed(address).filter(name -> name.type().equals("Medication"));
    }

    private static Fetched fetch(TypedId name, Outbound out) {
        Fetched answer = name.query().map(out::get).orElse(NOT_THERE);
        boolean isAnother = answer instanceof Fetched.Resource found && !isNamed(name, found.tree());
        return isAnother ? new Fetched.Nothing(Gap.Cause.UNREADABLE) : answer;
    }

    private static boolean isNamed(TypedId name, JsonNode resource) {
        return TypedId.nameOf(resource).equals(name.toString());
    }
}
