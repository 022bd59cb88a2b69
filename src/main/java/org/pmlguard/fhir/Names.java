package org.pmlguard.fhir;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Which addresses a host name stands for. */
@FunctionalInterface
interface Names {

    /**
     * Looks a name up; an address written out stands for itself.
     *
     * @throws UnknownHostException if it stands for none, or that could not be found out
     */
    InetAddress[] resolve(String host) throws UnknownHostException;

    /**
     * The name service of this machine. A look-up blocks its thread outside of Java, so it runs on one of a few platform
     * threads: a name service that hangs must not take the carriers of all virtual threads with it.
     */
    static Names system() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                8,
                8,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(256),
                Thread.ofPlatform().daemon().name("dns-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
        return host -> onOneOf(threads, host);
    }

    private static InetAddress[] onOneOf(ExecutorService threads, String host) throws UnknownHostException {
        try {
            return threads.submit(() -> InetAddress.getAllByName(host)).get(10, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
            throw new UnknownHostException("not found");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException("interrupted");
        }
    }
}
