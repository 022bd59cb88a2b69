package org.pmlguard.fhir;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.atomic.AtomicLong;

/** The bytes one call may still take from FHIR servers, and until when. Its questions run at the same time and share it. */
final class Allowance {

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
    InputStream packed(InputStream body) {
        return new Metered(body, packed);
    }

    /** The same after decompression. */
    InputStream unpacked(InputStream body) {
        return new Metered(body, unpacked);
    }

    private final class Metered extends FilterInputStream {

        private final AtomicLong left;

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

        /** Gives way to others too: a virtual thread that only computes keeps its carrier. */
        @SuppressWarnings("ThreadPriorityCheck")
        private void take(int count) throws IOException {
            if (left.addAndGet(-count) < 0) {
                throw new Exceeded();
            }
            if (deadline.expired()) {
                throw new InterruptedIOException("late");
            }
            Thread.yield();
        }
    }
}
