package org.pmlguard.ledger;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code ledger-purge [--older-than P6Y]} forgets what is older than it is to be kept; {@code ledger-export [--out file]
 * [--from day] [--to day] [--tenant id] [--identified]} writes decisions as JSON Lines. Both read the settings the server
 * reads, from the same places; a setting may also be given as {@code --pmlguard.ledger.url=...}.
 */
public final class LedgerCommand {

    public static final Set<String> NAMES = Set.of("ledger-purge", "ledger-export");

    /** Done. */
    public static final int DONE = 0;
    /** Nothing was asked that could be done. */
    public static final int USAGE = 2;
    /** The ledger could not be opened, or the file not be written. */
    public static final int FAILED = 3;

    private static final Set<String> OPTIONS =
            Set.of("--older-than", "--out", "--from", "--to", "--tenant", "--identified");

    private final PrintStream out;
    private final PrintStream errors;
    private final Clock clock;

    /** @param out where an export goes that names no file */
    public LedgerCommand(PrintStream out, PrintStream errors, Clock clock) {
        this.out = out;
        this.errors = errors;
        this.clock = clock;
    }

    /** Does what the arguments ask, and gives the exit code. */
    public int run(String[] arguments) {
        try (CommandLedger ledger = CommandLedger.open(arguments)) {
            return run(arguments[0], options(arguments), ledger.settings(LedgerProperties.class), ledger.database());
        } catch (IllegalArgumentException | DateTimeException e) {
            errors.println("usage: ledger-purge [--older-than P6Y]\n"
                    + "       ledger-export [--out file] [--from 2026-01-01] [--to 2026-12-31] [--tenant id] [--identified]\n"
                    + e.getMessage());
            return USAGE;
        } catch (IOException | RuntimeException e) {
            errors.println(CommandLedger.failure(e));
            return FAILED;
        }
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> options = new HashMap<>();
        for (int at = 1; at < arguments.length; at++) {
            String name = arguments[at];
            if (name.contains(".") && name.contains("=")) {
                continue;
            }
            if (!OPTIONS.contains(name)) {
                throw new IllegalArgumentException("unknown option " + name);
            }
            options.put(name, name.equals("--identified") ? "" : value(arguments, ++at, name));
        }
        return options;
    }

    private static String value(String[] arguments, int at, String name) {
        if (at >= arguments.length) {
            throw new IllegalArgumentException(name + " needs a value");
        }
        return arguments[at];
    }

    private int run(String command, Map<String, String> options, LedgerProperties properties, Database database)
            throws IOException {
        if (command.equals("ledger-purge")) {
            purge(options, properties, database);
        } else {
            export(options, database);
        }
        return DONE;
    }

    private void purge(Map<String, String> options, LedgerProperties properties, Database database) {
        Period kept = Optional.ofNullable(options.get("--older-than"))
                .flatMap(LedgerProperties::keeping)
                .or(properties::kept)
                .orElseThrow(() -> new IllegalArgumentException("pmlguard.ledger.retention is not set"));
        Retention.Forgotten forgotten = Retention.all(database, Retention.before(kept, clock), clock);
        out.println("forgotten: " + forgotten.decisions() + " decisions with what belongs to them, "
                + forgotten.strays() + " stray feedback entries");
    }

    private void export(Map<String, String> options, Database database) throws IOException {
        Export export = new Export(
                new Cases(database.jdbc()),
                options.containsKey("--identified") ? Export.Names.KEPT : Export.Names.REPLACED);
        Instant from = day(options, "--from", LocalDate.EPOCH);
        Instant until = day(options, "--to", LocalDate.now(clock).plusDays(1)).plus(java.time.Duration.ofDays(1));
        Optional<String> tenant = Optional.ofNullable(options.get("--tenant"));
        String file = options.get("--out");
        if (file == null) {
            export.write(from, until, tenant, out);
            return;
        }
        try (PrintStream lines = new PrintStream(Files.newOutputStream(Path.of(file)), false, StandardCharsets.UTF_8)) {
            int written = export.write(from, until, tenant, lines);
            errors.println("decisions written: " + written);
        }
    }

    private static Instant day(Map<String, String> options, String name, LocalDate otherwise) {
        LocalDate day =
                Optional.ofNullable(options.get(name)).map(LocalDate::parse).orElse(otherwise);
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
