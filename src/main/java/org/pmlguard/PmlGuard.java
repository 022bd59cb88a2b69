package org.pmlguard;

import java.io.Console;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.pmlguard.audit.AuditCommand;
import org.pmlguard.connect.DoctorCommand;
import org.pmlguard.ledger.LedgerCommand;
import org.pmlguard.replay.ReplayCommand;
import org.pmlguard.terminology.RefreshCommand;
import org.pmlguard.vitals.PrintConfig;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts the server, or does what the first word asks for and ends with its exit code. */
@SpringBootApplication
public class PmlGuard {

    public static void main(String[] arguments) {
        OptionalInt done = command(arguments);
        if (done.isPresent()) {
            System.exit(done.getAsInt());
        }
        SpringApplication.run(PmlGuard.class, arguments);
    }

    private static OptionalInt command(String[] arguments) {
        String word = arguments.length > 0 ? arguments[0] : "";
        if (word.equals(RefreshCommand.NAME)) {
            return OptionalInt.of(new RefreshCommand(System.out).run(arguments));
        }
        if (LedgerCommand.NAMES.contains(word)) {
            return OptionalInt.of(new LedgerCommand(System.out, System.err, clock()).run(arguments));
        }
        if (AuditCommand.NAMES.contains(word)) {
            return OptionalInt.of(new AuditCommand(System.out, System.err, clock()).run(arguments));
        }
        if (word.equals(DoctorCommand.NAME)) {
            return OptionalInt.of(doctor().run(arguments));
        }
        if (word.equals(ReplayCommand.NAME)) {
            return OptionalInt.of(replay().run(arguments));
        }
        if (List.of(arguments).contains(PrintConfig.NAME)) {
            return OptionalInt.of(new PrintConfig(System.out).run(arguments));
        }
        return OptionalInt.empty();
    }

    /** Its own server keeps quiet: what there is to say stands in the report. */
    private static DoctorCommand doctor() {
        return new DoctorCommand(
                System.out,
                System.err,
                clock(),
                settings -> new SpringApplicationBuilder(PmlGuard.class)
                        .properties("logging.level.root=OFF")
                        .logStartupInfo(false)
                        .run(settings));
    }

    private static ReplayCommand replay() {
        boolean isTerminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return new ReplayCommand(System.out, System.err, clock(), isTerminal);
    }

    private static Clock clock() {
        return Clock.system(ZoneId.systemDefault());
    }
}
