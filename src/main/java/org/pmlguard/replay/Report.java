package org.pmlguard.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pmlguard.knowledge.Knowledge;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The report of a replay: one page that needs nothing beside itself, and the same figures as comma-separated values. */
final class Report {

    static final String PAGE = "report.html";
    static final String FIGURES = "report.csv";
    static final String CHANGES = "changes.csv";

    private final Options options;
    private final List<Source> sources;
    private final List<Knowledge> editions;
    private final Results results;
    private final ZonedDateTime now;

    Report(Options options, List<Source> sources, List<Knowledge> editions, Results results, Clock clock) {
        this.options = options;
        this.sources = List.copyOf(sources);
        this.editions = List.copyOf(editions);
        this.results = results;
        this.now = ZonedDateTime.now(clock);
    }

    void write() throws IOException {
        figures(options.report().resolve(FIGURES));
        if (editions.size() > 1) {
            changes(options.report().resolve(CHANGES));
        }
        page(options.report().resolve(PAGE));
    }

    private void figures(Path file) throws IOException {
        try (Writer csv = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            csv.write("edition,dimension,name,orders,watched,critical,warning,info,alerts,per_1000_watched,"
                    + "per_1000_orders,could_not_check,quiet,shadow\r\n");
            figures(csv, "shipped", results.before());
            if (editions.size() > 1) {
                figures(csv, "site", results.after());
            }
        }
    }

    private static void figures(Writer csv, String edition, Tally tally) throws IOException {
        for (Dimension dimension : Dimension.values()) {
            for (String name : tally.names(dimension)) {
                csv.write(edition + "," + dimension.code() + "," + Csv.cell(name) + ","
                        + cells(tally.of(dimension, name)) + "\r\n");
            }
        }
    }

    private static String cells(Counts counts) {
        return String.format(
                Locale.ROOT,
                "%d,%d,%d,%d,%d,%d,%.1f,%.1f,%d,%d,%d",
                counts.orders(),
                counts.watched(),
                counts.critical(),
                counts.warning(),
                counts.info(),
                counts.alerts(),
                counts.perWatched(),
                counts.perOrder(),
                counts.unchecked(),
                counts.quiet(),
                counts.shadow());
    }

    private void changes(Path file) throws IOException {
        try (Writer csv = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            csv.write("rule,change,orders,examples\r\n");
            for (var change : results.differences().all().entrySet()) {
                csv.write(
                        change.getKey().rule() + "," + change.getKey().change().words() + ","
                                + change.getValue().times() + ","
                                + Csv.cell(String.join(" ", change.getValue().examples())) + "\r\n");
            }
        }
    }

    private void page(Path file) throws IOException {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver(Report.class.getClassLoader());
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        ReportView view = new ReportView(options, sources, editions, results);
        Map<String, Object> model = Map.of(
                "view",
                view,
                "css",
                asset("pml-guard.css") + asset("replay.css"),
                "written",
                now.format(DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm z", Locale.UK)));
        try (Writer page = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            engine.process("replay/report", new Context(Locale.UK, model), page);
        }
    }

    private static String asset(String name) {
        try (InputStream content = Report.class.getResourceAsStream("/assets/" + name)) {
            if (content == null) {
                throw new IllegalStateException("no asset " + name);
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
