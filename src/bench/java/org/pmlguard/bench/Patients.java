package org.pmlguard.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whom the requests are about: a ward is not one patient, and what is kept about each costs more the more there is. The id of
 * the one in the case is replaced, everywhere and in place, by the next of many of the same length.
 */
final class Patients {

    private static final byte[] ID = "bench-00000".getBytes(StandardCharsets.US_ASCII);
    private static final int DIGITS = 5;
    private static final int MANY = 100_000;

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
