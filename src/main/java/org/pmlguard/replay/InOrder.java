package org.pmlguard.replay;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does work on several threads, and hands over what comes of it in the sequence it was given, so that runs are alike. */
final class InOrder<T> implements AutoCloseable {

    /** Takes what came of a piece of work, on the thread that gives the work. */
    interface Taker<T> {
        void take(T result) throws IOException;
    }

    private final ExecutorService threads;
    private final int most;
    private final Taker<T> taker;
    private final Deque<Future<T>> underWay = new ArrayDeque<>();

    InOrder(int threads, Taker<T> taker) {
        this.threads = Executors.newFixedThreadPool(threads);
        this.most = threads + 2;
        this.taker = taker;
    }

    /** Gives work away; waits if there is enough of it already. */
    void give(Callable<T> work) throws IOException {
        if (underWay.size() >= most) {
            takeFirst();
        }
        underWay.add(threads.submit(work));
    }

    /** Waits until all is done. */
    void finish() throws IOException {
        while (!underWay.isEmpty()) {
            takeFirst();
        }
    }

    private void takeFirst() throws IOException {
        try {
            taker.take(underWay.removeFirst().get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw failure(e);
        }
    }

    private static IOException failure(ExecutionException failed) {
        return switch (failed.getCause()) {
            case IOException failure -> failure;
            case RuntimeException failure -> throw failure;
            case Error failure -> throw failure;
            case null, default -> new IOException(failed);
        };
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
