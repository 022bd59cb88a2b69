package org.pmlguard.connect.golive;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pmlguard.clinical.Gap;
import org.pmlguard.connect.check.Check;
import org.pmlguard.connect.check.Result;
import org.pmlguard.fhir.Rehearsal;

/** Whether the record can be read in the time an answer has. */
final class TimeChecks {

    private static final int RUNS = 5;

    private final Rehearsal rehearsal;
    private final AsCalled called;
    private final FhirChecks fhir;
    private final Duration deadline;

    TimeChecks(Rehearsal rehearsal, AsCalled called, FhirChecks fhir, Duration deadline) {
        this.rehearsal = rehearsal;
        this.called = called;
        this.fhir = fhir;
        this.deadline = deadline;
    }

    List<Check> all() {
        return List.of(new Check(
                "LIVE-22",
                "The whole record is read within the tenant's deadline of " + deadline.toMillis() + " ms",
                "2.0 Performance",
                () -> fhir.ofPatient(this::inTime)));
    }

    /** The first run opens the connections and is not counted. */
    private Result inTime() {
        rehearsal.chart(called.service(), called.call(), deadline);
        List<Long> times = new ArrayList<>();
        Set<Gap> late = new LinkedHashSet<>();
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            List<Gap> gaps = rehearsal.chart(called.service(), called.call(), deadline);
            times.add((System.nanoTime() - start) / 1_000_000);
            gaps.stream().filter(gap -> gap.why() == Gap.Cause.TIMED_OUT).forEach(late::add);
        }
        String seen = times.stream().sorted().map(String::valueOf).collect(Collectors.joining(", ", "", " ms"));
        return late.isEmpty()
                ? new Result.Passed(seen)
                : new Result.Failed(
                        "not in time: "
                                + late.stream().map(Gap::what).distinct().collect(Collectors.joining(", ")) + " ("
                                + seen + ")",
                        "raise the tenant's deadline if the EHR waits longer, or send the slow parts by prefetch");
    }
}
