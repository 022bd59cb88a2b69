package org.pmlguard.connect;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.pmlguard.connect.check.Report;
import org.pmlguard.connect.check.ReportFiles;
import org.pmlguard.connect.check.ReportText;
import org.pmlguard.connect.golive.Evidence;
import org.pmlguard.connect.golive.GoLive;
import org.pmlguard.connect.kit.Definitions;
import org.pmlguard.connect.kit.Examples;
import org.pmlguard.connect.selftest.OwnServer;
import org.pmlguard.connect.selftest.SelfTest;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.load.PackLoader;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * {@code doctor} tries a server against CDS Hooks 2.0; {@code doctor --tenant id} tries what a site must have right before its
 * EHR calls. The settings are read as the server reads them; one may also be given as {@code --pmlguard.deadline=2s}.
 */
public final class DoctorCommand {

    /** The word that calls it. */
    public static final String NAME = "doctor";

    /** Nothing failed; something may have been skipped. */
    public static final int CLEAN = 0;
    /** A check failed. */
    public static final int FAILED = 1;
    /** Nothing could be checked: wrong arguments, or a file that cannot be read or written. */
    public static final int UNABLE = 2;

    private static final String USAGE = """
            usage: doctor [--url address] [--report directory]
                   doctor --tenant id [--config file] [--token-file file] [--call file] [--fhir-token-file file]
                          [--scopes "..."] [--patient id] [--order-codes file] [--most-unmapped 10] [--report directory]
            """;

    private final PrintStream out;
    private final PrintStream errors;
    private final Clock clock;
    private final Function<String[], ConfigurableApplicationContext> server;

    /** @param server starts the real server with arguments of the command line */
    public DoctorCommand(
            PrintStream out,
            PrintStream errors,
            Clock clock,
            Function<String[], ConfigurableApplicationContext> server) {
        this.out = out;
        this.errors = errors;
        this.clock = clock;
        this.server = server;
    }

    @Configuration(proxyBeanMethods = false)
    static class Settings {}

    /** Does what the arguments ask, and gives the exit code. */
    public int run(String[] arguments) {
        try {
            DoctorOptions options = DoctorOptions.read(arguments);
            Report report = options.value("--tenant").isPresent() ? goLive(options) : selfTest(options);
            out.print(ReportText.of(report));
            Optional<String> directory = options.value("--report");
            if (directory.isPresent()) {
                ReportFiles.write(report, Path.of(directory.get()));
            }
            return report.isClean() ? CLEAN : FAILED;
        } catch (IllegalArgumentException e) {
            errors.println(USAGE + e.getMessage());
            return UNABLE;
        } catch (IOException e) {
            errors.println("a file cannot be read or written: " + e.getMessage());
            return UNABLE;
        }
    }

    private Report selfTest(DoctorOptions options) {
        SelfTest test = new SelfTest(Examples.shipped(), clock);
        return options.value("--url")
                .map(DoctorCommand::base)
                .map(test::of)
                .orElseGet(() -> new OwnServer(server).tried(test));
    }

    private static URI base(String address) {
        if (!address.matches("https?://[^/?#\\s]+[^?#\\s]*")) {
            throw new IllegalArgumentException("--url must be an http or https address without query");
        }
        return URI.create(address.replaceFirst("/+$", ""));
    }

    private Report goLive(DoctorOptions options) throws IOException {
        Evidence evidence = evidence(options);
        try (ConfigurableApplicationContext settings = settings(options)) {
            String overlay = settings.getEnvironment().getProperty("pmlguard.knowledge.overlay", "");
            Knowledge knowledge = overlay.isBlank() ? PackLoader.shipped() : PackLoader.shippedWith(Path.of(overlay));
            return new GoLive(settings.getEnvironment(), knowledge, Definitions.shipped(), clock).of(evidence);
        }
    }

    /** Nothing is logged: everything worth saying stands in the report. */
    private static ConfigurableApplicationContext settings(DoctorOptions options) {
        List<String> all = new ArrayList<>(options.settings());
        options.value("--config").ifPresent(file -> {
            if (!Files.isReadable(Path.of(file))) {
                throw new IllegalArgumentException("the file of --config cannot be read");
            }
            all.add("--spring.config.additional-location=" + Path.of(file).toUri());
        });
        return new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties("logging.level.root=OFF")
                .run(all.toArray(String[]::new));
    }

    private static Evidence evidence(DoctorOptions options) throws IOException {
        return new Evidence(
                options.value("--tenant").orElseThrow(),
                options.text("--token-file"),
                options.text("--call"),
                options.text("--fhir-token-file").map(String::strip),
                options.value("--scopes"),
                options.value("--patient"),
                options.lines("--order-codes"),
                options.number("--most-unmapped", 10));
    }
}
