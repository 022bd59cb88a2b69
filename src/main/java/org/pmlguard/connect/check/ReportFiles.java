package org.pmlguard.connect.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Writes a report into a directory: as text, as JSON, and as a page to print. */
public final class ReportFiles {

    private static final String STYLE = "/assets/pml-guard.css";

    private ReportFiles() {}

    /**
     * Writes {@code report.txt}, {@code report.json}, {@code report.html} and its style.
     *
     * @throws IOException if the directory cannot be written to
     */
    public static void write(Report report, Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("report.txt"), ReportText.of(report));
        Files.write(directory.resolve("report.json"), ReportJson.of(report));
        Files.writeString(directory.resolve("report.html"), html(report), StandardCharsets.UTF_8);
        try (InputStream style = ReportFiles.class.getResourceAsStream(STYLE)) {
            if (style == null) {
                throw new IOException("no style at " + STYLE);
            }
            Files.copy(style, directory.resolve("pml-guard.css"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String html(Report report) {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        return engine.process("connect/report", new Context(Locale.ENGLISH, Map.of("report", report)));
    }
}
