package org.pmlguard;

import java.time.Clock;
import java.time.ZoneId;
import org.pmlguard.connect.DoctorCommand;
import org.pmlguard.ledger.LedgerCommand;
import org.pmlguard.terminology.RefreshCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

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
        if (arguments.length > 0 && arguments[0].equals(DoctorCommand.NAME)) {
            System.exit(doctor().run(arguments));
        }
        SpringApplication.run(PmlGuard.class, arguments);
    }

    /** Its own server keeps quiet: what there is to say stands in the report. */
    private static DoctorCommand doctor() {
        return new DoctorCommand(
                System.out,
                System.err,
                Clock.system(ZoneId.systemDefault()),
                settings -> new SpringApplicationBuilder(PmlGuard.class)
                        .properties("logging.level.root=OFF")
                        .logStartupInfo(false)
                        .run(settings));
    }
}
