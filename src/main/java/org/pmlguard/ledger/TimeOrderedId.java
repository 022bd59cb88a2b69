package org.pmlguard.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * Version 7 of RFC 9562: the time and then chance, so that what is decided together lies together in every index, and a
 * commit writes few pages.
 */
public final class TimeOrderedId {

    private static final int TIME_ENDS = 16;
    private static final long VERSION = 0x7000;
    private static final long CHANCE = 0x0fff;

    private TimeOrderedId() {}

    /** A new id of a moment, of which the millisecond counts. */
    public static UUID at(Instant moment) {
        UUID chance = UUID.randomUUID();
        long time = moment.toEpochMilli() << TIME_ENDS;
        return new UUID(time | VERSION | (chance.getMostSignificantBits() & CHANCE), chance.getLeastSignificantBits());
    }
}
