package org.pmlguard.fhir;

import java.time.Duration;

/**
 * How much we take from a FHIR server. Whoever hits a limit has read only a part, and says so.
 *
 * @param pages of one search, the first included
 * @param resources of one search
 * @param bytes of all answers to one call together, as they come over the wire
 * @param unpacked bytes of these after decompression
 * @param connect how long a connection may take to open
 * @param perServer questions under way to one server of one tenant
 * @param overall questions under way to all servers
 */
record Limits(int pages, int resources, int bytes, int unpacked, Duration connect, int perServer, int overall) {

    static final Limits DEFAULT = new Limits(20, 5_000, 10_000_000, 20_000_000, Duration.ofSeconds(2), 32, 256);
}
