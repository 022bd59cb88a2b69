package org.pmlguard.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A server together with what is asked of it. */
final class Subject {

    private final String name;
    private final Case asked;
    private final ServerProcess server;
    private final Load load;
    private final List<Round> rounds = new ArrayList<>();

    private Subject(String name, Case asked, ServerProcess server, Load load) {
        this.name = name;
        this.asked = asked;
        this.server = server;
        this.load = load;
    }

    /** Looks into one answer before anything is measured. */
    static Subject of(String name, Case asked, ServerProcess server, int connections, Patients patients) {
        String answer = answer(asked, server);
        int length = answer.getBytes(StandardCharsets.UTF_8).length;
        Load load = new Load(server.address(), asked.body(), length, connections, patients);
        return new Subject(name, asked, server, load);
    }

    /** The answer to the case, which is the right one or the end of the run. */
    static String answer(Case asked, ServerProcess server) {
        try (Connection connection = new Connection(server.address())) {
            byte[] answer = connection.exchange(Connection.request(asked.body()));
            return checked(asked, new String(answer, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String checked(Case asked, String answer) {
        if (!asked.answer().is(answer)) {
            throw new IllegalStateException("Expected " + asked.answer() + " for " + asked.name() + ", got " + answer);
        }
        return answer;
    }

    /** One round that does not count. */
    Round round(Duration time) {
        long start = System.nanoTime();
        Duration before = server.cpu();
        List<long[]> taken = load.run(time);
        Duration used = server.cpu().minus(before);
        return Round.of(taken, Duration.ofNanos(System.nanoTime() - start), used);
    }

    /** One round that counts. */
    Round measure(Duration time) {
        Round round = round(time);
        rounds.add(round);
        return round;
    }

    String name() {
        return name;
    }

    Case asked() {
        return asked;
    }

    Series series() {
        return new Series(rounds);
    }
}
