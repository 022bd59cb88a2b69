package org.pmlguard;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.pmlguard.ledger.LedgerCommand;
import org.pmlguard.terminology.RefreshCommand;
import org.pmlguard.vitals.PrintConfig;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the server. */
@SpringBootApplication
public class PmlGuard {

    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals(RefreshCommand.NAME)) {
            System.exit(new RefreshCommand(System.out).run(arguments));
        }
        if (arguments.length > 0 && LedgerCommand.NAMES.contains(arguments[0])) {
            System.exit(new LedgerCommand(System.out, System.err, Clock.system(ZoneId.systemDefault())).run(arguments));
        }
        if (List.of(arguments).contains(PrintConfig.NAME)) {
            System.exit(new PrintConfig(System.out).run(arguments));
        }
        SpringApplication.run(PmlGuard.class, arguments);
    }
}
