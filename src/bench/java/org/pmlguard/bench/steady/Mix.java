package org.pmlguard.bench.steady;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Which calls come in which sequence: always the same one for the same shares. */
final class Mix {

    private static final int PATIENTS = 100_000;
    private static final long SEED = 20_261_121;

    private final List<Kind> hundred;
    private final Map<Kind, Template> templates;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private int patient;

    private Mix(List<Kind> hundred, LocalDate today) {
        this.hundred = hundred;
        Map<Kind, Template> made = new EnumMap<>(Kind.class);
        hundred.forEach(kind -> made.computeIfAbsent(kind, one -> one.template(today)));
        this.templates = Collections.unmodifiableMap(made);
    }

    /** So many of a hundred for a watched drug, so many while drugs are still chosen, the rest signed and not ours. */
    static Mix of(int watched, int selecting, LocalDate today) {
        List<Kind> hundred = Stream.of(
                        Collections.nCopies(watched, Kind.WATCHED_SIGN),
                        Collections.nCopies(selecting, Kind.OTHER_SELECT),
                        Collections.nCopies(100 - watched - selecting, Kind.OTHER_SIGN))
                .flatMap(List::stream)
                .toList();
        return new Mix(hundred, today);
    }

    Due next(long at) {
        patient = (patient + 1) % PATIENTS;
        return new Due(hundred.get(random.nextInt(hundred.size())), at, patient);
    }

    Template template(Kind kind) {
        return Objects.requireNonNull(templates.get(kind));
    }
}
