package org.pmlguard.bench;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The requests of one connection: the same over and over, each about another patient, each with a token of its own if there are any. */
final class Sequence {

    private final Patients.Request request;
    private final Optional<Tokens> tokens;
    private final int firstLine;

    Sequence(Server server, Case asked, Patients patients, Optional<Tokens> tokens) {
        byte[] request = Connection.request(server.path(), asked.body());
        this.request = patients.in(request);
        this.tokens = tokens;
        this.firstLine = new String(request, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
    }

    byte[] next() {
        byte[] next = request.next();
        return tokens.map(these -> with(these.next(), next)).orElse(next);
    }

    private byte[] with(String token, byte[] request) {
        byte[] header = ("Authorization: Bearer " + token + "\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[request.length + header.length];
        System.arraycopy(request, 0, whole, 0, firstLine);
        System.arraycopy(header, 0, whole, firstLine, header.length);
        System.arraycopy(request, firstLine, whole, firstLine + header.length, request.length - firstLine);
        return whole;
    }
}
