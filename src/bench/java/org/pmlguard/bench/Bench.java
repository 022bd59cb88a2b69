package org.pmlguard.bench;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.pmlguard.bench.part.Parts;

/** Measures one group of comparisons or all, writes the report, and ends with an error if a budget of theirs is missed. */
public final class Bench {

    private static final List<String> ALL = List.of("core", "ledger", "jwt", "fetch", "start", "parts");

    private final Settings settings;
    private final LocalDate today;

    private Bench(Settings settings, LocalDate today) {
        this.settings = settings;
        this.today = today;
    }

    public static void main(String[] arguments) throws IOException {
        Settings settings = Settings.of(List.of(arguments));
        Bench bench = new Bench(settings, LocalDate.now(Clock.system(ZoneId.systemDefault())));
        List<String> groups = settings.group().equals("all") ? ALL : List.of(settings.group());
        boolean missed = false;
        for (String group : groups) {
            missed |= bench.measure(group);
        }
        if (missed) {
            System.exit(1);
        }
    }

    /** Whether a budget of the group was missed. */
    private boolean measure(String group) throws IOException {
        List<Row> rows = rows(group);
        Report report = Report.beside(settings.report());
        Table table = report.table().with(rows);
        report.write(table);
        List<Verdict> verdicts = Budgets.verdicts(table).stream()
                .filter(verdict -> verdict.group().equals(group))
                .toList();
        verdicts.forEach(verdict -> System.out.println(verdict.toLine()));
        return verdicts.stream().anyMatch(verdict -> verdict.state() == Verdict.State.MISSED);
    }

    private List<Row> rows(String group) throws IOException {
        Machine machine = Machine.here(today);
        return switch (group) {
            case "parts" -> Parts.measured(settings, machine);
            case "start" ->
                new StartTimes(settings, Case.watched(20, today))
                        .measured(Run.now(
                                group,
                                machine,
                                settings.starts() + " starts; " + String.join(" ", settings.serverOptions())));
            default -> ofServers(group, Run.now(group, machine, settings.method()));
        };
    }

    private List<Row> ofServers(String group, Run run) throws IOException {
        try (Stand stand = new Stand(settings)) {
            new Groups(settings, stand, today).furnish(group);
            return stand.measured(run);
        }
    }
}
