package org.pmlguard.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * The same request over and over, each time about another patient, on some connections at the same time, each sending the next when the last is answered.
 *
 * @param answerLength how long every answer has to be, as the first one was that was looked into
 */
record Load(InetSocketAddress address, String body, int answerLength, int connections, Patients patients) {

    /** How long each request took, in nanoseconds. */
    List<long[]> run(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<long[]>> started = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                Callable<long[]> caller = () -> repeat(end);
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

    private long[] repeat(long end) throws IOException {
        Patients.Request request = patients.in(Connection.request(body));
        LongStream.Builder taken = LongStream.builder();
        try (Connection connection = new Connection(address)) {
            for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
                requireSame(connection.exchange(request.next()));
                taken.add(System.nanoTime() - start);
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
