package org.pmlguard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Measures PML Guard and the floor in turn, writes the report, and fails if a request costs more than it may. */
final class ServerBenchmark {

    private final Settings settings;
    private final Machine machine;

    private ServerBenchmark(Settings settings, Machine machine) {
        this.settings = settings;
        this.machine = machine;
    }

    public static void main(String[] arguments) throws IOException {
        Settings settings = Settings.of(List.of(arguments));
        LocalDate today = LocalDate.now(Clock.system(ZoneId.systemDefault()));
        Series watched = new ServerBenchmark(settings, Machine.here(today)).run();
        System.out.println(Report.verdict(watched));
        if (!Budget.holds(watched)) {
            System.exit(1);
        }
    }

    /** The rounds of the case that decides. */
    private Series run() throws IOException {
        Path directory = Files.createDirectories(settings.jar().resolveSibling("bench"));
        Case watched = Case.watched(machine.today());
        try (ServerProcess durable = ServerProcess.pmlGuard(settings, directory, ServerProcess.Ledger.IN_A_FILE);
                ServerProcess passing = ServerProcess.pmlGuard(settings, directory, ServerProcess.Ledger.IN_MEMORY)) {
            Path answer = Files.writeString(directory.resolve("answer.json"), Subject.answer(watched, durable));
            try (ServerProcess floor = ServerProcess.canned(answer, directory)) {
                return compare(durable, passing, floor, watched);
            }
        }
    }

    private Series compare(ServerProcess durable, ServerProcess passing, ServerProcess floor, Case watched)
            throws IOException {
        Case large = Case.watchedLarge(machine.today());
        Subject decisive = subject("PML Guard", watched, durable);
        List<Subject> subjects = List.of(
                subject("floor", watched, floor),
                decisive,
                subject("PML Guard, ledger in memory", watched, passing),
                subject("PML Guard", Case.notOurs(machine.today()), durable),
                subject("floor", large, floor),
                subject("PML Guard", large, durable));
        takeTurns(subjects);
        report(Report.of(subjects, decisive.series(), settings, machine));
        return decisive.series();
    }

    private Subject subject(String name, Case asked, ServerProcess server) {
        return Subject.of(name, asked, server, settings.connections(), new Patients());
    }

    private void takeTurns(List<Subject> subjects) {
        for (int turn = 1; turn <= settings.warmUpRounds(); turn++) {
            for (Subject subject : subjects) {
                show("warm-up " + turn, subject, subject.round(settings.roundTime()));
            }
        }
        for (int turn = 1; turn <= settings.rounds(); turn++) {
            for (Subject subject : subjects) {
                show("round " + turn, subject, subject.measure(settings.roundTime()));
            }
        }
    }

    private static void show(String turn, Subject subject, Round round) {
        System.out.printf(
                "%-11s %-27s %3d kB %-30s %8.0f req/s %6.0f us CPU/req%n",
                turn,
                subject.name(),
                subject.asked().kilobytes(),
                subject.asked().name(),
                round.perSecond(),
                round.cpuMicros());
    }

    private void report(String text) throws IOException {
        Files.createDirectories(settings.report().resolveSibling(""));
        Files.writeString(settings.report(), text);
    }
}
