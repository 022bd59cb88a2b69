package org.pmlguard.bench.steady;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A request in which the number of the patient can be changed without making it anew. */
final class Template {

    private static final int DIGITS = 5;

    private final byte[] bytes;
    private final List<Integer> places;

    private Template(byte[] bytes, List<Integer> places) {
        this.bytes = bytes;
        this.places = List.copyOf(places);
    }

    static Template of(String text, String patient) {
        List<Integer> places = new ArrayList<>();
        for (int at = text.indexOf(patient); at >= 0; at = text.indexOf(patient, at + 1)) {
            places.add(text.substring(0, at).getBytes(StandardCharsets.UTF_8).length + patient.length() - DIGITS);
        }
        return new Template(text.getBytes(StandardCharsets.UTF_8), places);
    }

    /** Fills the buffer with the request about a patient, from 0 to 99,999, ready to be sent. */
    void write(ByteBuffer out, int patient) {
        out.clear();
        out.put(bytes);
        for (int place : places) {
            int rest = patient;
            for (int digit = DIGITS - 1; digit >= 0; digit--) {
                out.put(place + digit, (byte) ('0' + rest % 10));
                rest /= 10;
            }
        }
        out.flip();
    }
}
