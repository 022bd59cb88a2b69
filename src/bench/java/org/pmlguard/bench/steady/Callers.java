package org.pmlguard.bench.steady;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Many callers at the end of a limited number of connections, all on one thread, which therefore never takes more than one core.
 * A call that finds no connection free waits; its answer time is counted from when it was due all the same.
 */
final class Callers implements AutoCloseable {

    /** How long a caller waits before it gives up, as an EHR does. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final long LOOK_AROUND = TimeUnit.MILLISECONDS.toNanos(100);

    private final InetSocketAddress address;
    private final int most;
    private final Mix mix;
    private final Selector selector;
    private final Deque<Line> free = new ArrayDeque<>();
    private final Set<Line> busy = new HashSet<>();
    private final Deque<Due> waiting = new ArrayDeque<>();
    private final List<Second> seconds = new ArrayList<>();
    private Tally tally = new Tally();
    private long start;
    private long lookedAround;

    Callers(InetSocketAddress address, int most, Mix mix) throws IOException {
        this.address = address;
        this.most = most;
        this.mix = mix;
        this.selector = Selector.open();
    }

    /** Calls that were due in one second of a phase: how many, how many went badly, and what the slowest took. */
    static final class Second {
        int calls;
        int bad;
        long slowest;
    }

    /** As many a second as asked for, for so long; ends when the last one is answered or given up. */
    Tally run(double perSecond, Duration time) throws IOException {
        return run(Arrivals.each(perSecond, System.nanoTime()), time);
    }

    /** As many as the server answers on all connections together. */
    Tally saturate(Duration time) throws IOException {
        return run(Arrivals.always(), time);
    }

    /** The seconds of the last phase. */
    List<Second> seconds() {
        return List.copyOf(seconds);
    }

    private Tally run(Arrivals arrivals, Duration time) throws IOException {
        tally = new Tally();
        seconds.clear();
        start = System.nanoTime();
        long end = start + time.toNanos();
        for (long now = start; now < end || !busy.isEmpty() || !waiting.isEmpty(); now = System.nanoTime()) {
            collect(arrivals, now, end);
            sendAll(now);
            lookAround(now);
            selector.select(this::proceed, 1);
        }
        return tally;
    }

    private void collect(Arrivals arrivals, long now, long end) {
        int room = most - busy.size();
        for (long at = arrivals.next(now); at <= now && at < end; at = arrivals.next(now)) {
            if (at == now && waiting.size() >= room) {
                return;
            }
            waiting.add(mix.next(at));
            arrivals.taken();
        }
    }

    private void sendAll(long now) throws IOException {
        while (!waiting.isEmpty() && (!free.isEmpty() || busy.size() < most)) {
            Due due = waiting.remove();
            if (isGivenUp(due, now)) {
                ended(due, Answer.NONE, now);
            } else {
                send(due);
            }
        }
    }

    private void send(Due due) throws IOException {
        Line line = free.isEmpty() ? Line.open(address, selector) : free.pop();
        busy.add(line);
        try {
            line.send(due, mix.template(due.kind()));
        } catch (IOException e) {
            drop(line, due);
        }
    }

    private void proceed(SelectionKey key) {
        Line line = (Line) key.attachment();
        Due due = line.due();
        try {
            Optional<Answer> answer = line.proceed();
            if (answer.isPresent()) {
                answered(line, due, answer.get());
            }
        } catch (IOException e) {
            drop(line, due);
        }
    }

    private void answered(Line line, Due due, Answer answer) throws IOException {
        ended(due, answer, System.nanoTime());
        busy.remove(line);
        if (line.isEnding()) {
            line.close();
        } else {
            free.push(line);
        }
    }

    /** A connection that broke while nothing was asked on it is no call that failed. */
    private void drop(Line line, Due due) {
        if (busy.remove(line)) {
            ended(due, Answer.NONE, System.nanoTime());
        }
        free.remove(line);
        close(line);
    }

    private void lookAround(long now) {
        if (now - lookedAround > LOOK_AROUND) {
            lookedAround = now;
            busy.stream().filter(line -> isGivenUp(line.due(), now)).toList().forEach(line -> drop(line, line.due()));
        }
    }

    private static boolean isGivenUp(Due due, long now) {
        return now - due.at() > PATIENCE.toNanos();
    }

    private void ended(Due due, Answer answer, long now) {
        tally.add(due.kind(), answer, now - due.at());
        int second = (int) TimeUnit.NANOSECONDS.toSeconds(Math.max(0, due.at() - start));
        while (seconds.size() <= second) {
            seconds.add(new Second());
        }
        Second its = seconds.get(second);
        its.calls++;
        its.bad += answer == Answer.CARD || answer == Answer.NO_CARDS ? 0 : 1;
        its.slowest = Math.max(its.slowest, now - due.at());
    }

    private static void close(AutoCloseable line) {
        try {
            line.close();
        } catch (Exception e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    @Override
    public void close() throws IOException {
        busy.forEach(Callers::close);
        free.forEach(Callers::close);
        selector.close();
    }
}
