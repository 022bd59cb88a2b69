package org.pmlguard.risk.judge;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pmlguard.clinical.Concept;
import org.pmlguard.clinical.Gap;
import org.pmlguard.clinical.Known;
import org.pmlguard.clinical.LabResult;
import org.pmlguard.knowledge.lab.LabTest;
import org.pmlguard.knowledge.lab.LabTests;
import org.pmlguard.knowledge.lab.Polarity;
import org.pmlguard.knowledge.rule.Criterion;
import org.pmlguard.knowledge.rule.Range;
import org.pmlguard.risk.Fact;
import org.pmlguard.risk.Match;
import org.pmlguard.risk.judge.Reading.Content;

/**
 * The results of the known tests. Results dated after tomorrow are left out: a wrong clock is not a result.
 *
 * @param drawers one for each test, by its id
 */
record Labs(Map<String, Drawer> drawers, LabTests tests, List<Gap> gaps, LocalDate today) {

    static Labs of(Known<List<LabResult>> known, LabTests tests, LocalDate today) {
        LocalDate tomorrow = today.plusDays(1);
        Map<String, Drawer> drawers = new HashMap<>();
        // The same test stands in a record many times: it is recognised once.
        Map<Concept, Optional<Drawer>> recognised = new HashMap<>();
        for (LabResult result : known.found().orElse(List.of())) {
            Optional<Drawer> drawer = recognised.computeIfAbsent(result.test(), test -> drawer(test, tests, drawers));
            if (drawer.isPresent() && !isAfter(tomorrow, result)) {
                drawer.get().add(result);
            }
        }
        return new Labs(drawers, tests, known.gaps(), today);
    }

    private static Optional<Drawer> drawer(Concept called, LabTests tests, Map<String, Drawer> drawers) {
        return tests.recognise(called).map(test -> drawers.computeIfAbsent(test.id(), id -> new Drawer(test)));
    }

    private static boolean isAfter(LocalDate day, LabResult result) {
        return result.taken().isPresent() && result.taken().get().isAfter(day);
    }

    List<Reading> all(String test) {
        Drawer drawer = drawers.get(test);
        return drawer == null ? List.of() : drawer.readings();
    }

    Stream<Reading> usable(String test) {
        return all(test).stream().filter(Reading::usable);
    }

    private Stream<Reading> amounts(String test) {
        return usable(test).filter(reading -> reading.amount().isPresent());
    }

    private Optional<Reading> latestAmount(String test) {
        for (Reading reading : all(test)) {
            if (reading.usable() && reading.amount().isPresent()) {
                return Optional.of(reading);
            }
        }
        return Optional.empty();
    }

    private boolean within(Reading reading, Optional<Period> time) {
        return time.map(today::minus)
                .map(earliest ->
                        reading.day().map(day -> !day.isBefore(earliest)).orElse(false))
                .orElse(true);
    }

    Match inBand(Criterion.Lab asked) {
        Optional<Reading> latest = latestAmount(asked.test()).filter(reading -> within(reading, asked.within()));
        if (latest.isEmpty()) {
            return Evidence.of(List.of(), gaps);
        }
        Fact fact = latest.get().fact();
        return switch (Banding.of(latest.get(), asked.band())) {
            case INSIDE -> new Match.Met(List.of(fact));
            case OUTSIDE -> gaps.isEmpty() ? new Match.NotMet(List.of(fact)) : new Match.Unknown(gaps);
            case UNDECIDED ->
                new Match.Unknown(List.of(new Gap(latest.get().test().name(), Gap.Cause.NOT_INTERPRETABLE)));
        };
    }

    Match sustained(Criterion.LabSustained asked) {
        List<Reading> amounts = amounts(asked.test()).toList();
        if (amounts.isEmpty() || Banding.of(amounts.getFirst(), asked.band()) != Banding.INSIDE) {
            return Evidence.of(List.of(), gaps);
        }
        LocalDate latest = amounts.getFirst().day().orElseThrow();
        return amounts.stream()
                .takeWhile(reading -> !liesAbove(reading, asked.band()))
                .filter(reading -> Banding.of(reading, asked.band()) == Banding.INSIDE)
                .filter(reading ->
                        !reading.day().orElseThrow().plus(asked.lasting()).isAfter(latest))
                .findFirst()
                .<Match>map(earlier -> new Match.Met(List.of(amounts.getFirst().fact(), earlier.fact())))
                .orElseGet(() -> Evidence.of(List.of(), gaps));
    }

    private static boolean liesAbove(Reading reading, Range band) {
        return reading.amount().map(amount -> band.isBelow(amount.value())).orElse(false);
    }

    Match absent(Criterion.LabAbsent asked) {
        List<Fact> found = usable(asked.test())
                .filter(reading -> within(reading, asked.within()))
                .limit(1)
                .map(Reading::fact)
                .toList();
        return Evidence.absence(found, gaps, lastKnown(asked.test()));
    }

    private Fact lastKnown(String test) {
        return usable(test)
                .findFirst()
                .map(Reading::fact)
                .orElseGet(() -> Fact.stated(test, name(test), "none on file"));
    }

    private String name(String test) {
        return tests.byId(test).map(LabTest::name).orElse(test);
    }

    Match positive(Criterion.LabPositive asked) {
        List<Fact> found = usable(asked.test())
                .filter(reading -> within(reading, Optional.of(asked.within())))
                .filter(Labs::detected)
                .limit(1)
                .map(Reading::fact)
                .toList();
        return Evidence.of(found, gaps);
    }

    private static boolean detected(Reading reading) {
        return switch (reading.content()) {
            case Content.Amount amount ->
                amount.value().signum() > 0
                        && amount.comparator() != org.pmlguard.clinical.LabValue.Comparator.BELOW
                        && amount.comparator() != org.pmlguard.clinical.LabValue.Comparator.AT_MOST;
            case Content.Says says -> says.polarity() == Polarity.POSITIVE;
            case Content.Unclear unclear -> false;
        };
    }

    Match unreadable(Criterion.LabUnreadable asked) {
        List<Fact> found = new ArrayList<>();
        for (String test : asked.tests()) {
            for (Reading reading : newestOrUndated(all(test))) {
                if (!reading.usable()) {
                    found.add(unreadableFact(reading));
                }
            }
        }
        return Evidence.of(found, gaps);
    }

    /** A result without a date may be the newest one; those without one come last. */
    private static List<Reading> newestOrUndated(List<Reading> readings) {
        if (readings.size() < 2 || readings.getLast().day().isPresent()) {
            return readings.isEmpty() ? readings : readings.subList(0, 1);
        }
        return Stream.concat(
                        Stream.of(readings.getFirst()),
                        readings.stream()
                                .filter(reading -> reading.day().isEmpty())
                                .limit(1))
                .distinct()
                .toList();
    }

    private static Fact unreadableFact(Reading reading) {
        return reading.fact().called("unreadable", reading.test().name());
    }
}
