package org.pmlguard.connect.selftest;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.pmlguard.connect.check.Report;
import org.springframework.context.ConfigurableApplicationContext;

/** A server of our own, started for one run with settings of its own: no file beside it is read, nothing is left behind. */
public final class OwnServer {

    private static final String PUBLIC = "https://pml.doctor.example";
    private static final String ORIGIN = "https://page.doctor.example";

    private final Function<String[], ConfigurableApplicationContext> start;

    /** @param start starts the real server with arguments of the command line */
    public OwnServer(Function<String[], ConfigurableApplicationContext> start) {
        this.start = start;
    }

    /** Starts it, tries everything, stops it. */
    public Report tried(SelfTest test) {
        Forger forger = Forger.of(PUBLIC);
        try (ConfigurableApplicationContext server = start.apply(settings(forger))) {
            String port = server.getEnvironment().getProperty("local.server.port", "");
            return test.of(URI.create("http://localhost:" + port), Optional.of(forger), Optional.of(ORIGIN));
        }
    }

    /** Two tenants: one that is open, to try what comes after the door, and one that signs, to try the door. */
    private static String[] settings(Forger forger) {
        return new String[] {
            "--spring.config.location=classpath:/application.yml",
            "--spring.profiles.active=",
            "--server.port=0",
            "--management.server.port=-1",
            "--server.address=127.0.0.1",
            "--pmlguard.public-url=" + PUBLIC,
            "--pmlguard.cors.allowed-origins[0]=" + ORIGIN,
            "--pmlguard.ledger.url=jdbc:h2:mem:doctor",
            "--pmlguard.demo.enabled=false",
            "--pmlguard.tenants[0].id=doctor-open",
            "--pmlguard.tenants[0].calls-per-second=0",
            "--pmlguard.tenants[1].id=doctor-signed",
            "--pmlguard.tenants[1].auth=jwt",
            "--pmlguard.tenants[1].issuer=" + Forger.ISSUER,
            "--pmlguard.tenants[1].jwks=" + forger.published()
        };
    }
}
