package org.pmlguard.cdshooks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the caller read for us before it called, by the keys of our templates (2.0.1, Prefetch). A value is looked into when it
 * is asked for: most calls are about drugs for which nobody asks.
 */
public final class Prefetch {

    private static final PrefetchValue ABSENT = new PrefetchValue.Absent();

    private final SequencedMap<String, Supplier<PrefetchValue>> values;

    private Prefetch(SequencedMap<String, Supplier<PrefetchValue>> values) {
        this.values = values;
    }

    /** A call without prefetch. */
    public static Prefetch none() {
        return new Prefetch(new LinkedHashMap<>());
    }

    /** The results of queries that somebody ran already. */
    public static Prefetch of(Map<String, PrefetchValue> results) {
        SequencedMap<String, Supplier<PrefetchValue>> values = new LinkedHashMap<>();
        results.forEach((key, value) -> values.put(key, () -> value));
        return new Prefetch(values);
    }

    /** A prefetch that is not an object answers no query; whatever is needed must then be fetched. */
    static Prefetch read(Located call) {
        SequencedMap<String, Supplier<PrefetchValue>> values = new LinkedHashMap<>();
        call.member("prefetch")
                .ifPresent(prefetch -> prefetch.json().forEachEntry((key, value) -> values.put(key, new Sent(value))));
        return new Prefetch(values);
    }

    /** A value as it was sent, understood once. */
    private static final class Sent implements Supplier<PrefetchValue> {
        private final JsonNode json;
        private volatile @Nullable PrefetchValue understood;

        private Sent(JsonNode json) {
            this.json = json;
        }

        @Override
        public PrefetchValue get() {
            PrefetchValue value = understood;
            if (value == null) {
                value = PrefetchValue.of(json);
                understood = value;
            }
            return value;
        }
    }

    /** What the caller sent for a key. */
    public PrefetchValue value(String key) {
        Supplier<PrefetchValue> sent = values.get(key);
        return sent == null ? ABSENT : sent.get();
    }

    /** What the caller sent for some keys. */
    public Prefetch only(Set<String> keys) {
        SequencedMap<String, Supplier<PrefetchValue>> kept = new LinkedHashMap<>(values);
        kept.keySet().retainAll(keys);
        return new Prefetch(kept);
    }

    /** Every resource under every key, in which a referenced Medication may be found. */
    public Stream<JsonNode> everything() {
        return values.values().stream()
                .map(Supplier::get)
                .flatMap(value ->
                        value instanceof PrefetchValue.Found found ? found.resources().stream() : Stream.empty());
    }

    /** Counts only: the values are a patient's. */
    @Override
    public String toString() {
        return "Prefetch[" + values.size() + " values]";
    }
}
