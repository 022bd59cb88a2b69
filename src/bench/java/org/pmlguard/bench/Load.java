package org.pmlguard.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * The same request over and over, each time about another patient, on some connections at the same time.
 *
 * @param answerLength how long every answer has to be, as the first one was that was looked into
 */
record Load(Server server, Case asked, int answerLength, Pace pace, Patients patients, Optional<Tokens> tokens) {

    /** How long each request took since it was due, in nanoseconds. */
    List<long[]> run(Duration time) {
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<long[]>> started = new ArrayList<>();
            for (int i = 0; i < pace.connections(); i++) {
                long first = pace.first(begin, i);
                Callable<long[]> caller = () -> repeat(first, end);
                started.add(threads.submit(caller));
            }
            return started.stream().map(Load::finished).toList();
        }
    }

    private static long[] finished(Future<long[]> caller) {
        try {
            return caller.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A request failed", e);
        }
    }

    private long[] repeat(long first, long end) throws IOException {
        Sequence requests = new Sequence(server, asked, patients, tokens);
        LongStream.Builder taken = LongStream.builder();
        try (Connection connection = new Connection(server.address())) {
            for (long due = first; due - end < 0; due = pace.after(due)) {
                Pace.await(due);
                requireSame(connection.exchange(requests.next()));
                taken.add(System.nanoTime() - due);
            }
        }
        return taken.build().toArray();
    }

    private void requireSame(byte[] answer) throws IOException {
        if (answer.length != answerLength) {
            throw new IOException("An answer of " + answer.length + " bytes where " + answerLength + " were expected");
        }
    }
}
