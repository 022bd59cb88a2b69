package org.pmlguard.bench.steady;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A server on a ledger that is already there. */
public final class Durable {

    private static final int PORT = 8652;
    private static final int CONNECTIONS = 16;
    private static final List<String> OPTIONS = List.of("-Xms256m", "-Xmx256m", "-XX:+UseSerialGC");

    private Durable() {}

    /** Makes an empty ledger with all its tables. */
    public static void begun(Path jar, Path directory) throws IOException {
        Server.start(List.of(), OPTIONS, jar, directory, PORT, List.of()).close();
    }

    /** CPU microseconds of a call about a watched drug, all of the server counted, its ledger's writer too. */
    public static double micros(Path jar, Path directory, Duration warmUp, Duration time) throws IOException {
        try (Server server = Server.again(OPTIONS, jar, directory, PORT);
                Callers callers = new Callers(server.address(), CONNECTIONS, Mix.of(100, 0, Plan.today()))) {
            callers.saturate(warmUp);
            Duration before = server.cpu();
            Tally tally = callers.saturate(time);
            return server.cpu().minus(before).toNanos() / 1e3 / tally.count(any -> true, Answer::isCard);
        }
    }
}
