package org.pmlguard.fhir;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pmlguard.cdshooks.PrefetchValue;
import org.pmlguard.clinical.Gap;
import tools.jackson.databind.JsonNode;

/**
 * The Medications that orders or rows of a chart point to and nobody sent: each looked up once, those that were not read a
 * short while ago in one search.
 */
final class MedicationLookup {

    /** More than any order set needs, and little enough not to bother the EHR. */
    static final int MOST = 50;

    private static final Fetched NOT_THERE = new Fetched.Nothing(Gap.Cause.NOT_IDENTIFIED);
    private static final Fetched NOT_ASKED = new Fetched.Nothing(Gap.Cause.INCOMPLETE);
    private static final Set<Gap.Cause> NO_SEARCH = Set.of(Gap.Cause.NOT_UNDERSTOOD, Gap.Cause.REFUSED);

    private final Neighbours near;
    private final Map<TypedId, Fetched> fetched;

    private MedicationLookup(Neighbours near, Map<TypedId, Fetched> fetched) {
        this.near = near;
        this.fetched = fetched;
    }

    /** Looks up what stands at those addresses, as far as it is on the caller's server. */
    static MedicationLookup of(Stream<String> addresses, Neighbours near, Outbound out) {
        List<TypedId> names = addresses
                .flatMap(address -> name(address, near).stream())
                .distinct()
                .limit(MOST)
                .toList();
        Map<TypedId, Fetched> fetched = new HashMap<>();
        names.forEach(name -> kept(name, out).ifPresent(medication -> fetched.put(name, medication)));
        List<TypedId> missing =
                names.stream().filter(name -> !fetched.containsKey(name)).toList();
        fetched.putAll(missing.size() < 2 ? each(missing, out) : together(missing, out));
        return new MedicationLookup(near, fetched);
    }

    Fetched medication(String address) {
        return name(address, near)
                .map(name -> fetched.getOrDefault(name, NOT_ASKED))
                .orElse(NOT_THERE);
    }

    /** Everything that was found. */
    Stream<JsonNode> found() {
        return fetched.values().stream()
                .flatMap(each -> each instanceof Fetched.Resource found ? Stream.of(found.tree()) : Stream.empty());
    }

    private static Optional<TypedId> name(String address, Neighbours near) {
        return near.typed(address).filter(name -> name.type().equals("Medication"));
    }

    private static Optional<Fetched> kept(TypedId name, Outbound out) {
        return out.medications().flatMap(shelf -> shelf.find(name)).map(Fetched.Resource::new);
    }

    /** One search for all; where the server has none, one read for each. */
    private static Map<TypedId, Fetched> together(List<TypedId> names, Outbound out) {
        return switch (out.get(search(names))) {
            case Fetched.Resource bundle -> sorted(names, bundle, out);
            case Fetched.Nothing(Gap.Cause why) when NO_SEARCH.contains(why) -> each(names, out);
            case Fetched.Nothing nothing ->
                names.stream().collect(Collectors.toMap(name -> name, name -> (Fetched) nothing));
        };
    }

    private static String search(List<TypedId> names) {
        return names.stream().map(TypedId::encodedId).collect(Collectors.joining(",", "Medication?_id=", "&_count="))
                + names.size();
    }

    private static Map<TypedId, Fetched> sorted(List<TypedId> names, Fetched.Resource answer, Outbound out) {
        List<JsonNode> rows =
                PrefetchValue.of(answer.tree()) instanceof PrefetchValue.Found found ? found.resources() : List.of();
        Map<TypedId, Fetched> byName = new HashMap<>();
        for (TypedId name : names) {
            byName.put(
                    name,
                    rows.stream()
                            .filter(row -> isNamed(name, row))
                            .findFirst()
                            .map(row -> keep(name, row, out))
                            .orElse(NOT_THERE));
        }
        return byName;
    }

    private static Map<TypedId, Fetched> each(List<TypedId> names, Outbound out) {
        return Together.all(names, name -> read(name, out));
    }

    private static Fetched read(TypedId name, Outbound out) {
        return switch (name.query().map(out::get).orElse(NOT_THERE)) {
            case Fetched.Resource found when isNamed(name, found.tree()) -> keep(name, found.tree(), out);
            case Fetched.Resource another -> new Fetched.Nothing(Gap.Cause.UNREADABLE);
            case Fetched.Nothing nothing -> nothing;
        };
    }

    private static Fetched keep(TypedId name, JsonNode medication, Outbound out) {
        out.medications().ifPresent(shelf -> shelf.keep(name, medication));
        return new Fetched.Resource(medication);
    }

    private static boolean isNamed(TypedId name, JsonNode resource) {
        return TypedId.nameOf(resource).equals(name.toString());
    }
}
