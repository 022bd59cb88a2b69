package org.pmlguard.fhir;

import java.time.Duration;

/**
 * How much we take from a FHIR server for one call. Whoever hits a limit has read only a part, and says so.
 *
 * @param pages of one search, the first included
 * @param resources of one search
 * @param bytes of all answers together
 * @param connect how long a connection may take to open
 */
record Limits(int pages, int resources, int bytes, Duration connect) {

    static final Limits DEFAULT = new Limits(10, 5_000, 10_000_000, Duration.ofSeconds(2));
}
