package org.pmlguard;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the server. */
@SpringBootApplication
public class PmlGuard {

    public static void main(String[] arguments) {
        SpringApplication.run(PmlGuard.class, arguments);
    }
}
