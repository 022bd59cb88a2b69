package org.pmlguard.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The page, the table and the picture, of the same name. What was not measured this time stays as it was. */
final class Report {

    private static final String TEMPLATE = "performance.md";
    private static final List<String> OF_SERVERS = List.of("core", "ledger", "jwt", "fetch");

    private final Path page;

    private Report(Path page) {
        this.page = page;
    }

    static Report beside(Path page) {
        return new Report(page);
    }

    Table table() throws IOException {
        return Table.read(named(".csv"));
    }

    void write(Table table) throws IOException {
        table.write(named(".csv"));
        Files.writeString(named(".svg"), BarChart.of(table));
        Files.writeString(page, text(table));
    }

    private Path named(String ending) {
        return page.resolveSibling(page.getFileName().toString().replaceFirst("\\.md$", "") + ending);
    }

    private static String text(Table table) throws IOException {
        String text = template()
                .replace("{budgets}", budgets(table))
                .replace("{latency}", Sections.addedLatency(table))
                .replace("{start}", Sections.starts(table))
                .replace("{parts}", Sections.parts(table));
        for (String group : OF_SERVERS) {
            text = text.replace("{" + group + "}", Sections.servers(table, group));
        }
        return text;
    }

    private static String template() throws IOException {
        try (InputStream template = Report.class.getResourceAsStream(TEMPLATE)) {
            return new String(Objects.requireNonNull(template).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String budgets(Table table) {
        return Budgets.verdicts(table).stream()
                .map(verdict -> "| %s | %s | %s |"
                        .formatted(
                                verdict.budget(),
                                verdict.measured(),
                                verdict.state().word()))
                .collect(Collectors.joining("\n"));
    }
}
