package org.pmlguard.replay;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.pmlguard.knowledge.load.KnowledgeInvalid;
import org.springframework.boot.logging.LoggingSystem;

/**
 * {@code replay <file or folder> ...}: holds the orders of an export against the rules, and reports how often PML Guard would
 * have spoken. Nothing leaves the machine.
 */
public final class ReplayCommand {

    public static final String NAME = "replay";

    /** All lines were read and all orders checked. */
    public static final int DONE = 0;
    /** The report is written, and some lines or orders stand in the error file. */
    public static final int DONE_WITH_GAPS = 1;
    /** Nothing was asked that could be done, or the overlay is refused. */
    public static final int USAGE = 2;
    /** A file could not be read or written. */
    public static final int FAILED = 3;

    private final PrintStream out;
    private final PrintStream errors;
    private final Clock clock;
    private final boolean isTerminal;

    /**
     * @param out where the few lines at the end go
     * @param errors where progress and complaints go
     * @param isTerminal whether somebody watches them
     */
    public ReplayCommand(PrintStream out, PrintStream errors, Clock clock, boolean isTerminal) {
        this.out = out;
        this.errors = errors;
        this.clock = clock;
        this.isTerminal = isTerminal;
    }

    /** Does what the arguments ask, and gives the exit code. */
    public int run(String[] arguments) {
        LoggingSystem.get(ReplayCommand.class.getClassLoader()).beforeInitialize();
        try {
            return run(Options.read(Arrays.asList(arguments).subList(1, arguments.length)));
        } catch (KnowledgeInvalid e) {
            errors.println("the overlay is refused:");
            e.violations().forEach(violation -> errors.println("  " + violation));
            return USAGE;
        } catch (IllegalArgumentException e) {
            errors.println(Options.USAGE + "\n" + e.getMessage());
            return USAGE;
        } catch (NoSuchFileException e) {
            errors.println("there is no file or folder " + e.getFile());
            return FAILED;
        } catch (IOException | IllegalStateException e) {
            errors.println("failed: " + e.getMessage());
            return FAILED;
        }
    }

    private int run(Options options) throws IOException {
        List<Source> sources = Source.in(options.inputs());
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("no .ndjson or .ndjson.gz file lies in there");
        }
        Replay replay = new Replay(options);
        long text = sources.stream().mapToLong(Source::text).sum();
        Progress progress = new Progress(errors, isTerminal && !options.quiet(), text, System.nanoTime());
        try (Output output =
                new Output(options.report(), sources, replay.knowledge().size(), options.findings())) {
            Results results = replay.run(sources, output, progress);
            new Report(options, sources, replay.knowledge(), results, clock).write();
            return told(options, results);
        }
    }

    private int told(Options options, Results results) {
        Counts all = results.after().all();
        out.printf(
                Locale.ROOT,
                "%d drug orders, %d of watched drugs, %d alerts: %.1f per 1,000 watched orders, %.1f per 1,000 orders%n",
                all.orders(),
                all.watched(),
                all.alerts(),
                all.perWatched(),
                all.perOrder());
        out.printf(Locale.ROOT, "%d times something could not be checked%n", all.unchecked());
        out.println("report: " + options.report().resolve(Report.PAGE));
        if (results.account().isWhole()) {
            return DONE;
        }
        out.println("not everything could be read: " + options.report().resolve(Output.ERRORS));
        return DONE_WITH_GAPS;
    }
}
