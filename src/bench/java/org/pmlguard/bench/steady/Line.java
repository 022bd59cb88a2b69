package org.pmlguard.bench.steady;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** One connection to the server that never waits: it is asked when the selector says there is something to do. */
final class Line implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;
    private static final String END_OF_HEAD = "\r\n\r\n";

    private final SocketChannel channel;
    private final SelectionKey key;
    private final ByteBuffer out = ByteBuffer.allocateDirect(BUFFER);
    private final ByteBuffer in = ByteBuffer.allocate(BUFFER);
    private Due due = Due.NOTHING;
    private boolean isEnding;

    private Line(SocketChannel channel, Selector selector) throws IOException {
        this.channel = channel;
        this.key = channel.register(selector, SelectionKey.OP_CONNECT, this);
    }

    static Line open(InetSocketAddress address, Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.connect(address);
        return new Line(channel, selector);
    }

    /** Sends a request, as much of it as can be sent now. */
    void send(Due request, Template template) throws IOException {
        due = request;
        template.write(out, request.patient());
        in.clear();
        if (channel.isConnected()) {
            write();
        }
    }

    Due due() {
        return due;
    }

    boolean isEnding() {
        return isEnding;
    }

    /** Does what can be done; the answer, once it is complete. */
    Optional<Answer> proceed() throws IOException {
        if (key.isConnectable()) {
            channel.finishConnect();
            write();
            return Optional.empty();
        }
        if (key.isWritable()) {
            write();
        }
        return key.isReadable() ? read() : Optional.empty();
    }

    private void write() throws IOException {
        channel.write(out);
        key.interestOps(out.hasRemaining() ? SelectionKey.OP_WRITE | SelectionKey.OP_READ : SelectionKey.OP_READ);
    }

    private Optional<Answer> read() throws IOException {
        if (channel.read(in) < 0) {
            throw new IOException("closed");
        }
        String text = new String(in.array(), 0, in.position(), StandardCharsets.ISO_8859_1);
        int head = text.indexOf(END_OF_HEAD);
        return head < 0 ? Optional.empty() : complete(text, head);
    }

    private Optional<Answer> complete(String text, int head) {
        String headers = text.substring(0, head).toLowerCase(Locale.ROOT) + "\r\n";
        int body = head + END_OF_HEAD.length();
        if (text.length() < body + length(headers)) {
            return Optional.empty();
        }
        isEnding = headers.contains("connection: close") || out.hasRemaining();
        due = Due.NOTHING;
        return Optional.of(Answer.of(Integer.parseInt(text.substring(9, 12)), text.substring(body)));
    }

    private static int length(String headers) {
        String name = "content-length:";
        int at = headers.indexOf(name);
        return at < 0
                ? 0
                : Integer.parseInt(headers.substring(at + name.length(), headers.indexOf('\r', at))
                        .strip());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
