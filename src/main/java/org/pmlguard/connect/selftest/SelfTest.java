package org.pmlguard.connect.selftest;

import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pmlguard.connect.check.Check;
import org.pmlguard.connect.check.Report;
import org.pmlguard.connect.kit.Examples;

/** The requirements of CDS Hooks 2.0 on a service, each as a check from outside. */
public final class SelfTest {

    private static final String TITLE = "Self-test: CDS Hooks 2.0";

    private final Examples examples;
    private final Clock clock;

    public SelfTest(Examples examples, Clock clock) {
        this.examples = examples;
        this.clock = clock;
    }

    /** Tries a running server, of whose keys and origins nothing is known. */
    public Report of(URI base) {
        return of(base, Optional.empty(), Optional.empty());
    }

    Report of(URI base, Optional<Forger> forger, Optional<String> origin) {
        try (Target target = new Target(base)) {
            List<Map.Entry<String, String>> about = List.of(
                    Map.entry("Server", base.toString()),
                    Map.entry(
                            "On",
                            clock.instant().truncatedTo(ChronoUnit.SECONDS).toString()),
                    Map.entry("Calls", "for the patient " + Samples.PATIENT + ", who does not exist"));
            return Report.of(TITLE, about, checks(target, forger, origin));
        }
    }

    private List<Check> checks(Target target, Optional<Forger> forger, Optional<String> origin) {
        Samples samples = new Samples(examples);
        Doorway door = new Doorway(target, samples);
        return Stream.of(
                        new DiscoveryChecks(target).all(),
                        new CallChecks(target, samples, door).all(),
                        new CardChecks(target, samples, door).all(),
                        new FeedbackChecks(target, samples, door).all(),
                        new TokenChecks(target, samples, forger, clock).all(),
                        new WireChecks(target, samples, door, origin).all())
                .flatMap(List::stream)
                .toList();
    }
}
