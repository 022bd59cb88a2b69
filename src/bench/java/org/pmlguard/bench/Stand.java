package org.pmlguard.bench;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** The servers of one comparison, and what is asked of them in turn. Closing it stops them all. */
final class Stand implements AutoCloseable {

    private final Settings settings;
    private final Patients patients = new Patients();
    private final List<Subject> subjects = new ArrayList<>();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    Stand(Settings settings) {
        this.settings = settings;
    }

    /** Is stopped with the stand, the last first. */
    <T extends AutoCloseable> T keep(T started) {
        open.push(started);
        return started;
    }

    /** One more to take turns, asked as fast as it answers. */
    void add(String name, Case asked, Server server) {
        add(name, asked, server, Pace.closed(settings.connections()), Optional.empty());
    }

    /** One more, asked at its own pace or with tokens. */
    void add(String name, Case asked, Server server, Pace pace, Optional<Tokens> tokens) {
        subjects.add(Subject.of(name, asked, server, pace, patients, tokens));
    }

    /** Warms each server up, then measures all subjects in turn. */
    List<Row> measured(Run run) {
        subjects.stream().map(Subject::server).distinct().forEach(this::warmUp);
        for (int turn = 1; turn <= settings.rounds(); turn++) {
            for (Subject subject : subjects) {
                show("round " + turn, subject, subject.measure(settings.roundTime()));
            }
        }
        return Stream.concat(subjects.stream().flatMap(subject -> subject.rows(run)), resident(run))
                .toList();
    }

    /** What each server that runs here holds after all that; it is told beside the first thing it was asked. */
    private Stream<Row> resident(Run run) {
        Set<Server> told = new HashSet<>();
        return subjects.stream()
                .filter(subject -> told.add(subject.server()))
                .filter(subject -> subject.server() instanceof ServerProcess)
                .map(subject -> Numbers.of(DoubleStream.of(((ServerProcess) subject.server()).residentMegabytes()))
                        .row(run, Row.What.of(subject), Measure.RESIDENT));
    }

    /** What a server is asked takes turns here too, so that it is not compiled for one kind of request. */
    private void warmUp(Server server) {
        List<Subject> asked = subjects.stream()
                .filter(subject -> subject.server().equals(server))
                .filter(subject -> subject.pace().isClosed())
                .toList();
        Duration whole = server.warmUp(settings.warmUp());
        Duration turn = shorter(settings.roundTime(), whole);
        for (Duration done = Duration.ZERO;
                done.compareTo(whole) < 0;
                done = done.plus(turn.multipliedBy(asked.size()))) {
            asked.forEach(subject -> show("warm-up", subject, subject.round(turn)));
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static void show(String turn, Subject subject, Round round) {
        System.out.printf(
                "%-9s %-34s %3d kB %-30s %8.0f req/s %6.0f us CPU %6.0f kB %7.2f ms %7.2f ms%n",
                turn,
                subject.name(),
                subject.asked().kilobytes(),
                subject.asked().name(),
                round.perSecond(),
                round.cpuMicros(),
                round.allocatedKilobytes(),
                round.p50Millis(),
                round.p99Millis());
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("A server did not stop", e);
            }
        }
    }
}
