package org.pmlguard;

import org.pmlguard.terminology.RefreshCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the server. */
@SpringBootApplication
public class PmlGuard {

    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals(RefreshCommand.NAME)) {
            System.exit(new RefreshCommand(System.out).run(arguments));
        }
        SpringApplication.run(PmlGuard.class, arguments);
    }
}
