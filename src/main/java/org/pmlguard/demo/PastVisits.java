package org.pmlguard.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Invents the visits of the last ninety days. The same day gives the same visits. */
final class PastVisits {

    static final String SYNTHETIC = "synthetic-";

    private static final int PATIENTS = 130;
    private static final int DAYS = 90;
    private static final int BETWEEN_VISITS = 28;
    private static final int MOST_VISITS = 3;
    private static final List<BigDecimal> INDEX_TIMES = Stream.of("0.15", "0.35", "0.55", "0.8", "1", "1")
            .map(BigDecimal::new)
            .toList();

    private final Cast cast;
    private final Formulary formulary;
    private final LocalDate today;
    private final ZoneId zone;
    private final Random random = new Random(20);

    PastVisits(Cast cast, Formulary formulary, LocalDate today, ZoneId zone) {
        this.cast = cast;
        this.formulary = formulary;
        this.today = today;
        this.zone = zone;
    }

    /** Earliest first, the last of them yesterday. */
    List<PastVisit> all() {
        return IntStream.range(0, PATIENTS)
                .boxed()
                .flatMap(number -> of(number).stream())
                .sorted(Comparator.comparing(PastVisit::at))
                .toList();
    }

    private List<PastVisit> of(int number) {
        Cast.Role role = cast.patients().get(number % cast.patients().size());
        String patient = SYNTHETIC + role.id() + "-" + (number + 1);
        LocalDate first = today.minusDays(1L + random.nextInt(DAYS));
        BigDecimal indexTimes = any(INDEX_TIMES);
        Formulary.Product product = product(role);
        List<PastVisit> visits = new ArrayList<>();
        int most = 1 + random.nextInt(MOST_VISITS);
        for (LocalDate day = first; day.isBefore(today) && visits.size() < most; day = day.plusDays(BETWEEN_VISITS)) {
            visits.add(new PastVisit(
                    day.atTime(8 + random.nextInt(9), random.nextInt(60))
                            .atZone(zone)
                            .toInstant(),
                    patient,
                    role,
                    first,
                    indexTimes,
                    product,
                    oneIn(3) ? "pml-order-select" : "pml-order-sign",
                    !role.brokenLabFeed() && !oneIn(12)));
        }
        return visits;
    }

    /** Mostly what makes the patient's story, now and then another drug for the same illness. */
    private Formulary.Product product(Cast.Role role) {
        List<Formulary.Product> others = formulary.products().stream()
                .filter(product -> isFor(product, role.story()))
                .toList();
        return others.isEmpty() || !oneIn(4) ? formulary.product(role.order()) : any(others);
    }

    private static boolean isFor(Formulary.Product product, String story) {
        return Stream.of(product.words().split(" ", -1)).anyMatch(word -> word.length() > 1 && story.contains(word));
    }

    private boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
