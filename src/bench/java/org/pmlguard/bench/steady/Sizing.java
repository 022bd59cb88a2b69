package org.pmlguard.bench.steady;

import java.util.List;
import java.util.stream.Collectors;

/** The table of the capacity guide, from measured costs and assumptions that can be given on the command line. */
final class Sizing {

    private static final double SECONDS_OF_A_DAY = 86_400;

    private final Plan plan;

    private Sizing(Plan plan) {
        this.plan = plan;
    }

    private record Place(String name, int beds) {}

    static String table(Plan plan) {
        Sizing sizing = new Sizing(plan);
        return """
                | | beds | orders a day | calls/s on average | calls/s at the peak | cores at the peak | decisions a day | disk a year |
                |---|--:|--:|--:|--:|--:|--:|--:|
                """
                + List.of(
                                new Place("a hospital", plan.number("hospital", 800)),
                                new Place("a region", plan.number("region", 10_000)),
                                new Place("a nation", plan.number("nation", 200_000)))
                        .stream()
                        .map(sizing::row)
                        .collect(Collectors.joining());
    }

    private String row(Place place) {
        double orders = place.beds * (double) plan.number("orders-per-bed", 10);
        double calls = orders * plan.number("calls-per-order", 3) / SECONDS_OF_A_DAY;
        double peak = calls * plan.number("peak", 10);
        double watched = plan.number("watched-per-mille", 10) / 1e3;
        double micros = watched * plan.number("watched-us", 1_500) + (1 - watched) * plan.number("other-us", 300);
        double cores = peak * micros / 1e6 / (plan.number("utilisation", 50) / 100.0);
        double decisions = calls * SECONDS_OF_A_DAY * watched;
        return "| %s | %,d | %,.0f | %.1f | %.0f | %.2f | %,.0f | %,.1f GB |%n"
                .formatted(
                        place.name,
                        place.beds,
                        orders,
                        calls,
                        peak,
                        cores,
                        decisions,
                        decisions * 365 * plan.number("row-bytes", 57_000) / 1e9);
    }
}
