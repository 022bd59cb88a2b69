package org.pmlguard.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whom the requests are about: a hospital is not one patient, and a case at the desk that replaces an earlier one costs more than
 * a new one. The id of the one in the case is replaced, everywhere and in place, by the next of so many, all of the same length,
 * that nobody comes twice in a run.
 */
final class Patients {

    private static final byte[] ID = "bench-0000000".getBytes(StandardCharsets.US_ASCII);
    private static final int DIGITS = 7;
    private static final int MANY = 10_000_000;

    private final AtomicInteger last = new AtomicInteger();

    /** A request whose patient can be changed. */
    final class Request {

        private final byte[] bytes;
        private final List<Integer> places;

        private Request(byte[] bytes) {
            this.bytes = bytes;
            this.places = places(bytes);
        }

        /** The same bytes each time, about the next patient. */
        byte[] next() {
            int number = last.incrementAndGet() % MANY;
            for (int digit = DIGITS - 1; digit >= 0; digit--) {
                byte written = (byte) ('0' + number % 10);
                for (int place : places) {
                    bytes[place + ID.length - DIGITS + digit] = written;
                }
                number /= 10;
            }
            return bytes;
        }
    }

    Request in(byte[] request) {
        return new Request(request);
    }

    private static List<Integer> places(byte[] bytes) {
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at + ID.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + ID.length, ID, 0, ID.length)) {
                places.add(at);
            }
        }
        return places;
    }
}
