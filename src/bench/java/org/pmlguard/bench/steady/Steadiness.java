package org.pmlguard.bench.steady;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One trial by its name; what was seen is shown and written beside the jar. */
final class Steadiness {

    private Steadiness() {}

    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        String what = arguments[1];
        Path directory = jar.resolveSibling("steady");
        Plan plan = Plan.of(jar, directory.resolve(what), arguments.length > 2 ? arguments[2] : "");
        String seen = switch (what) {
            case "capacity" -> capacity(plan);
            case "overload" -> Overload.run(plan);
            case "steady" -> Trials.steady(plan);
            case "loris" -> Trials.loris(plan);
            case "starved" -> Trials.starved(plan);
            case "soak" -> Soak.run(plan);
            case "sizing" -> Sizing.table(plan);
            default -> throw new IllegalArgumentException("Unknown: " + what);
        };
        System.out.println(seen);
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(what + ".md"), seen);
    }

    private static String capacity(Plan plan) throws IOException {
        try (Server server = plan.server()) {
            Capacity capacity = Capacity.of(server, plan);
            return capacity.words() + "\n" + capacity.tally().table();
        }
    }
}
