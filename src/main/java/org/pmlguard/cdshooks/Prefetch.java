package org.pmlguard.cdshooks;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the caller read for us before it called, by the keys of our templates (2.0.1, Prefetch). */
public record Prefetch(Map<String, PrefetchValue> values) {

    private static final PrefetchValue ABSENT = new PrefetchValue.Absent();

    public Prefetch {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** A call without prefetch. */
    public static Prefetch none() {
        return new Prefetch(Map.of());
    }

    /** A prefetch that is not an object answers no query; whatever is needed must then be fetched. */
    static Prefetch read(Located call) {
        SequencedMap<String, PrefetchValue> values = new LinkedHashMap<>();
        call.member("prefetch")
                .ifPresent(prefetch ->
                        prefetch.json().forEachEntry((key, value) -> values.put(key, PrefetchValue.of(value))));
        return new Prefetch(values);
    }

    /** What the caller sent for a key. */
    public PrefetchValue value(String key) {
        return values.getOrDefault(key, ABSENT);
    }

    /** What the caller sent for some keys. */
    public Prefetch only(Set<String> keys) {
        Map<String, PrefetchValue> kept = new LinkedHashMap<>(values);
        kept.keySet().retainAll(keys);
        return new Prefetch(kept);
    }

    /** Every resource under every key, in which a referenced Medication may be found. */
    public Stream<JsonNode> everything() {
        return values.values().stream()
                .flatMap(value ->
                        value instanceof PrefetchValue.Found found ? found.resources().stream() : Stream.empty());
    }

    /** Counts only: the values are a patient's. */
    @Override
    public String toString() {
        return "Prefetch[" + values.size() + " values]";
    }
}
