package org.pmlguard.audit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pmlguard.ledger.CommandLedger;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** The commands that check the audit and take it out, with the settings the server reads. */
public final class AuditCommand {

    public static final Set<String> NAMES = Set.of("audit-verify", "audit-export");

    /** Done, and intact. */
    public static final int DONE = 0;
    /** The chain is broken. */
    public static final int BROKEN = 1;
    /** Nothing was asked that could be done. */
    public static final int USAGE = 2;
    /** The ledger could not be opened, or the file not be written. */
    public static final int FAILED = 3;

    private static final Set<String> OPTIONS = Set.of("--expect", "--out", "--from", "--to");

    private final PrintStream out;
    private final PrintStream errors;
    private final Clock clock;

    /** @param out where an export goes that names no file */
    public AuditCommand(PrintStream out, PrintStream errors, Clock clock) {
        this.out = out;
        this.errors = errors;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(AuditProperties.class)
    static class Settings {}

    /** Does what the arguments ask, and gives the exit code. */
    public int run(String[] arguments) {
        try {
            Map<String, String> options = options(arguments);
            try (CommandLedger ledger = CommandLedger.open(arguments, Settings.class)) {
                return arguments[0].equals("audit-verify") ? verify(options, ledger) : export(options, ledger);
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            errors.println("usage: audit-verify [--expect number:hash]\n"
                    + "       audit-export [--out file] [--from 2026-01-01] [--to 2026-12-31]\n" + e.getMessage());
            return USAGE;
        } catch (IOException | RuntimeException e) {
            errors.println(CommandLedger.failure(e));
            return FAILED;
        }
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> options = new HashMap<>();
        for (int at = 1; at < arguments.length; at++) {
            if (arguments[at].startsWith("--") && arguments[at].contains("=")) {
                continue;
            }
            if (!OPTIONS.contains(arguments[at]) || at + 1 == arguments.length) {
                throw new IllegalArgumentException("unknown option, or one without a value: " + arguments[at]);
            }
            options.put(arguments[at], arguments[++at]);
        }
        return options;
    }

    private int verify(Map<String, String> options, CommandLedger ledger) {
        Sha sha = new Sha(ledger.settings(AuditProperties.class).key());
        Verdict verdict = Verifier.verify(
                ledger.database(),
                sha,
                clock,
                Optional.ofNullable(options.get("--expect")).map(Verifier.Mark::of));
        out.println(verdict.words());
        out.println("last seal " + verdict.sealed() + ":" + verdict.seal());
        out.println("without a seal yet " + verdict.unsealed() + ", sealed more than an hour late " + verdict.late()
                + ", forgotten " + verdict.forgotten());
        return verdict.isIntact() ? DONE : BROKEN;
    }

    private int export(Map<String, String> options, CommandLedger ledger) throws IOException {
        LocalDate today = LocalDate.now(clock);
        LocalDate from = day(options, "--from", today.minusDays(30));
        LocalDate to = day(options, "--to", today);
        AuditExport export = new AuditExport(ledger.database());
        String file = options.get("--out");
        if (file == null) {
            export.write(from, to, line -> out.print(line + "\n"));
            return DONE;
        }
        try (PrintStream lines = new PrintStream(Files.newOutputStream(Path.of(file)), false, StandardCharsets.UTF_8)) {
            int written = export.write(from, to, line -> lines.print(line + "\n"));
            if (lines.checkError()) {
                throw new IOException("not all lines were written");
            }
            errors.println("events written: " + written);
        }
        return DONE;
    }

    private static LocalDate day(Map<String, String> options, String name, LocalDate otherwise) {
        return Optional.ofNullable(options.get(name)).map(LocalDate::parse).orElse(otherwise);
    }
}
