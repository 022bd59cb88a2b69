package org.pmlguard.clinical;

import java.util.List;
import java.util.Optional;

/**
 * A part of the chart as far as it is known. "None on file" is {@link Read} of an empty list, never
 * {@link Unavailable}: a system that could not look must not sound like one that looked and found nothing.
 */
public sealed interface Known<T> {

    /**
     * It was read, and what was read is true.
     *
     * @param missing why more may exist than was read; empty when it was read to its end
     */
    record Read<T>(T value, List<Gap> missing) implements Known<T> {
        public Read {
            missing = List.copyOf(missing);
        }
    }

    /** It could not be read at all. */
    record Unavailable<T>(Gap why) implements Known<T> {}

    static <T> Known<T> read(T value) {
        return new Read<>(value, List.of());
    }

    static <T> Known<T> unavailable(Gap why) {
        return new Unavailable<>(why);
    }

    /** The value, if any of it was read. */
    default Optional<T> found() {
        return this instanceof Read<T> read ? Optional.of(read.value()) : Optional.empty();
    }

    /** Everything that keeps this from being the whole truth; empty when it is. */
    default List<Gap> gaps() {
        return switch (this) {
            case Read<T> read -> read.missing();
            case Unavailable<T> unavailable -> List.of(unavailable.why());
        };
    }
}
