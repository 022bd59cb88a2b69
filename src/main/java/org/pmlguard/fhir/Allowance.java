package org.pmlguard.fhir;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** The bytes one call may still take from FHIR servers. Its questions run at the same time and share it. */
final class Allowance {

    private final AtomicLong packed;
    private final AtomicLong unpacked;

    Allowance(Limits limits) {
        this.packed = new AtomicLong(limits.bytes());
        this.unpacked = new AtomicLong(limits.unpacked());
    }

    /** The allowance is used up. */
    static final class Exceeded extends IOException {

        private static final long serialVersionUID = 1L;
    }

    /** A body as it comes over the wire; reading it throws {@link Exceeded} at the end of the allowance. */
    InputStream packed(InputStream body) {
        return new Metered(body, packed);
    }

    /** The same after decompression. */
    InputStream unpacked(InputStream body) {
        return new Metered(body, unpacked);
    }

    private static final class Metered extends FilterInputStream {

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

        private void take(int count) throws Exceeded {
            if (left.addAndGet(-count) < 0) {
                throw new Exceeded();
            }
        }
    }
}
