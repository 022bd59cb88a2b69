package org.pmlguard.bench.steady;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Callers who never finish: each holds a connection and sends a byte a second, of a head or of a body. */
final class Drip implements AutoCloseable {

    private static final String HEAD = "POST /cds-services/pml-order-sign HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";
    private static final String BODY = "POST /cds-services/pml-order-sign HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/json\r\nContent-Length: 20000\r\n\r\n{";
    private static final Duration APART = Duration.ofSeconds(1);

    private final InetSocketAddress address;
    private final List<Slow> slow = new ArrayList<>();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final Thread hand;

    private Drip(InetSocketAddress address, int heads, int bodies) {
        this.address = address;
        IntStream.range(0, heads).forEach(i -> slow.add(new Slow(HEAD)));
        IntStream.range(0, bodies).forEach(i -> slow.add(new Slow(BODY)));
        this.hand = Thread.ofPlatform().daemon().unstarted(this::drip);
    }

    static Drip on(InetSocketAddress address, int heads, int bodies) {
        Drip drip = new Drip(address, heads, bodies);
        drip.hand.start();
        return drip;
    }

    /** How many connections were opened, again after the server ended them. */
    int opened() {
        return opened.get();
    }

    private void drip() {
        while (!isOver.get()) {
            long begin = System.nanoTime();
            slow.forEach(Slow::drop);
            Duration left = APART.minusNanos(System.nanoTime() - begin);
            Pause.of(left.isNegative() ? Duration.ZERO : left);
        }
        slow.forEach(Slow::end);
    }

    private final class Slow {

        private final String begin;
        private SocketChannel channel;
        private boolean hasBegun;

        Slow(String begin) {
            this.begin = begin;
            this.channel = open();
        }

        private SocketChannel open() {
            try {
                SocketChannel opening = SocketChannel.open();
                opening.configureBlocking(false);
                opening.connect(address);
                opened.incrementAndGet();
                hasBegun = false;
                return opening;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        /** What the server has ended is seen by reading, and opened again. */
        void drop() {
            try {
                if (channel.finishConnect() && channel.read(ByteBuffer.allocate(1_024)) != 0) {
                    again();
                } else if (channel.isConnected()) {
                    channel.write(ByteBuffer.wrap((hasBegun ? "x" : begin).getBytes(StandardCharsets.US_ASCII)));
                    hasBegun = true;
                }
            } catch (IOException e) {
                again();
            }
        }

        private void again() {
            end();
            channel = open();
        }

        void end() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        isOver.set(true);
        try {
            hand.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
