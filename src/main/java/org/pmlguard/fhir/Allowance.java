package org.pmlguard.fhir;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.atomic.AtomicLong;

/** The bytes one call may still take from FHIR servers, and until when. Its questions run at the same time and share it. */
final class Allowance {

    private static final long RATIO = 100;
    private static final long PLAIN = 100_000;

    private final AtomicLong packed;
    private final AtomicLong unpacked;

    private final Deadline deadline;

    Allowance(Limits limits, Deadline deadline) {
        this.deadline = deadline;
        this.packed = new AtomicLong(limits.bytes());
        this.unpacked = new AtomicLong(limits.unpacked());
    }

    /** The allowance is used up. */
    static final class Exceeded extends IOException {

        private static final long serialVersionUID = 1L;
    }

    /** A body as it comes over the wire; reading it throws at the end of the allowance. */
    Metered packed(InputStream body) {
        return new Metered(body, packed);
    }

    /** The same after decompression, from what it was packed in: no honest answer grows more than a hundredfold. */
    InputStream unpacked(InputStream body, Metered packed) {
        return new Metered(body, unpacked) {
            @Override
            void check() throws IOException {
                super.check();
                if (taken() > PLAIN + RATIO * packed.taken()) {
                    throw new Exceeded();
                }
            }
        };
    }

    /** A stream that counts what is read. */
    class Metered extends FilterInputStream {

        private final AtomicLong left;
        private long taken;

        Metered(InputStream body, AtomicLong left) {
            super(body);
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            take(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count = super.read(into, from, length);
            take(Math.max(0, count));
            return count;
        }

        /** So many bytes were read. */
        long taken() {
            return taken;
        }

        private void take(int count) throws IOException {
            taken += count;
            left.addAndGet(-count);
            check();
        }

        /** Gives way to others too: a virtual thread that only computes keeps its carrier. */
        @SuppressWarnings("ThreadPriorityCheck")
        void check() throws IOException {
            if (left.get() < 0) {
                throw new Exceeded();
            }
            if (deadline.expired()) {
                throw new InterruptedIOException("late");
            }
            Thread.yield();
        }
    }
}
