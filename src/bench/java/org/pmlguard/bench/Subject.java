package org.pmlguard.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** A server together with what is asked of it. */
final class Subject {

    private final String name;
    private final Load load;
    private final List<Round> rounds = new ArrayList<>();
    private int lastCount = 1_000;

    private Subject(String name, Load load) {
        this.name = name;
        this.load = load;
    }

    /** Looks into one answer before anything is measured. */
    static Subject of(String name, Case asked, Server server, Pace pace, Patients patients, Optional<Tokens> tokens) {
        String answer = answer(asked, server, new Sequence(server, asked, patients, tokens));
        int length = answer.getBytes(StandardCharsets.UTF_8).length;
        return new Subject(name, new Load(server, asked, length, pace, patients, tokens));
    }

    /** The answer to the case, which is the right one or the end of the run. */
    static String answer(Case asked, Server server) {
        return answer(asked, server, new Sequence(server, asked, new Patients(), Optional.empty()));
    }

    private static String answer(Case asked, Server server, Sequence requests) {
        try (Connection connection = new Connection(server.address())) {
            return checked(asked, new String(connection.exchange(requests.next()), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String checked(Case asked, String answer) {
        if (!asked.answer().is(answer)) {
            throw new IllegalStateException("Expected " + asked.answer() + " for " + asked.name() + ", got " + answer);
        }
        return answer;
    }

    /** One round that does not count. */
    Round round(Duration time) {
        load.tokens().ifPresent(tokens -> tokens.stock(lastCount * 5 / 4));
        long start = System.nanoTime();
        Usage before = server().usage();
        List<long[]> taken = load.run(time);
        Usage used = server().usage().since(before);
        lastCount = taken.stream().mapToInt(caller -> caller.length).sum();
        return Round.of(taken, Duration.ofNanos(System.nanoTime() - start), used);
    }

    /** One round that counts. */
    Round measure(Duration time) {
        Round round = round(time);
        rounds.add(round);
        return round;
    }

    Server server() {
        return load.server();
    }

    Pace pace() {
        return load.pace();
    }

    String name() {
        return name;
    }

    Case asked() {
        return load.asked();
    }

    /** What the rounds that count have shown. */
    Stream<Row> rows(Run run) {
        return Stream.of(
                row(run, Measure.REQUESTS, Round::perSecond),
                row(run, Measure.CPU, Round::cpuMicros),
                row(run, Measure.ALLOCATED, Round::allocatedKilobytes),
                row(run, Measure.P50, Round::p50Millis),
                row(run, Measure.P99, Round::p99Millis));
    }

    private Row row(Run run, Measure measure, ToDoubleFunction<Round> of) {
        return Numbers.of(rounds.stream().mapToDouble(of)).row(run, Row.What.of(this), measure);
    }
}
