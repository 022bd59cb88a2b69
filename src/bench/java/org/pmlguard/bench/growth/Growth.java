package org.pmlguard.bench.growth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pmlguard.bench.growth.Curve.Point;
import org.pmlguard.cdshooks.Service;
import org.pmlguard.hook.ServiceFiles;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.drug.Drug;
import org.pmlguard.knowledge.load.PackLoader;
import org.pmlguard.tenant.ManyTenants;

/** Measures the curves and writes the page about them, with a drawing of each. */
final class Growth {

    private final LocalDate today = LocalDate.now(Clock.system(ZoneId.systemDefault()));
    private final Knowledge knowledge = PackLoader.shipped();
    private final Service service =
            ServiceFiles.discovery().service("pml-order-sign").orElseThrow();
    private final Calls calls = new Calls(today);

    private Growth() {}

    /** Arguments: the jar, the directory of the documents, and the rows of the ledger with commas, or - for none. */
    public static void main(String[] arguments) throws IOException {
        Growth growth = new Growth();
        List<Curve> curves = new ArrayList<>(growth.inMemory());
        if (arguments.length > 2 && !arguments[2].equals("-")) {
            List<Integer> rows =
                    Stream.of(arguments[2].split(",", -1)).map(Integer::valueOf).toList();
            curves.add(new LedgerGrowth(Path.of(arguments[0]).toAbsolutePath()).curve(rows));
        }
        growth.write(Path.of(arguments[1]), curves);
    }

    private List<Curve> inMemory() {
        // The first steps of a virtual machine measure its compiler.
        for (int n : List.of(10, 3_000, 100, 1_000)) {
            new Meter().micros(answering(knowledge, calls.ofChart(n)));
            new Meter().micros(answering(knowledge, calls.ofOrders(watched(20))));
        }
        return List.of(
                curve(
                        "chart",
                        "The size of the chart",
                        "resources in the chart",
                        List.of(10, 30, 100, 300, 1_000, 3_000, 10_000),
                        n -> answering(knowledge, calls.ofChart(n))),
                curve(
                        "orders",
                        "The number of orders, each for another watched drug",
                        "orders in the call",
                        List.of(1, 2, 5, 10, 20, 50),
                        n -> answering(knowledge, calls.ofOrders(watched(n)))),
                curve(
                        "rules",
                        "The number of rules",
                        "rules",
                        List.of(knowledge.rules().size(), 100, 200, 500, 1_000),
                        n -> answering(MoreRules.upTo(knowledge, n), calls.ofOrders(List.of("natalizumab")))),
                curve(
                        "tenants",
                        "The number of tenants: finding the one of a token",
                        "tenants",
                        List.of(1, 10, 50, 100, 200, 500),
                        ManyTenants::finding));
    }

    private Supplier<?> answering(Knowledge known, byte[] body) {
        Engine engine = new Engine(known, service, today);
        return () -> engine.answer(body);
    }

    /** The names of so many watched drugs, the same again only when there are no others. */
    private List<String> watched(int many) {
        List<String> names = knowledge.drugs().all().stream()
                .filter(knowledge::watches)
                .map(Drug::name)
                .toList();
        return IntStream.range(0, many)
                .mapToObj(n -> names.get(n % names.size()))
                .toList();
    }

    private static Curve curve(
            String name, String title, String size, List<Integer> sizes, IntFunction<Supplier<?>> step) {
        List<Point> points = new ArrayList<>();
        for (int n : sizes) {
            points.add(new Point(n, new Meter().micros(step.apply(n))));
            System.out.printf("%s %,d: %,.1f us%n", name, n, points.getLast().micros());
        }
        return new Curve(name, title, size, points);
    }

    private void write(Path docs, List<Curve> curves) throws IOException {
        Path drawings = Files.createDirectories(docs.resolve("growth"));
        for (Curve curve : curves) {
            Files.writeString(drawings.resolve(curve.name() + ".svg"), curve.svg());
        }
        String text = """
            # Growth

            What a call costs as the things it works on grow. Written by `.ci/steady growth`: change
            [Growth](../bench/java/org/pmlguard/bench/growth/Growth.java) there, not here.

            Measured on %s: CPU time of one thread, the median of seven rounds after a warm-up; other programs on the machine
            disturb it little, but do. Chart, orders and rules are the whole way from the bytes of a call to the bytes of its
            answer, without a server around it and without a ledger. The exponent is the slope of cost over size where both are
            drawn logarithmically: 1 is linear, 2 is quadratic, below 1 there is a part that does not grow. Up to 1.10 counts as
            linear. The dashed line in each drawing is linear growth through its last point.

            """.formatted(today)
                + curves.stream()
                        .map(Curve::markdown)
                        .collect(Collectors.joining())
                        .stripTrailing();
        Files.writeString(docs.resolve("growth.md"), text + "\n");
    }
}
