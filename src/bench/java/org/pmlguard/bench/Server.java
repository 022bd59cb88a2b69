package org.pmlguard.bench;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;

/** Something that answers calls. */
interface Server extends AutoCloseable {

    InetSocketAddress address();

    /** Where calls of order-sign go. */
    default String path() {
        return "/cds-services/pml-order-sign";
    }

    Usage usage();

    /** How much of the warm-up it needs: what it does is compiled sooner the less there is of it. */
    Duration warmUp(Duration longest);

    @Override
    void close();

    /** A server that somebody else runs, whose use of the machine is not seen. */
    record Elsewhere(URI service) implements Server {

        @Override
        public InetSocketAddress address() {
            return new InetSocketAddress(service.getHost(), service.getPort() < 0 ? 80 : service.getPort());
        }

        @Override
        public String path() {
            return service.getPath();
        }

        @Override
        public Usage usage() {
            return Usage.UNKNOWN;
        }

        @Override
        public Duration warmUp(Duration longest) {
            return longest;
        }

        @Override
        public void close() {
            // Not ours to stop.
        }
    }
}
