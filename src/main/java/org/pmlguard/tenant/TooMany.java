package org.pmlguard.tenant;

import java.time.Duration;

/** A call that is turned away because there are too many; it may be made again later. */
public final class TooMany extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean ofTheTenant;
    private final long seconds;

    private TooMany(boolean ofTheTenant, Duration wait) {
        super(ofTheTenant ? "tenant" : "all", null, false, false);
        this.ofTheTenant = ofTheTenant;
        this.seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    }

    /** The tenant has used up what it is allowed. */
    static TooMany ofTheTenant(Duration wait) {
        return new TooMany(true, wait);
    }

    /** All tenants together are more than this server can answer. */
    public static TooMany altogether() {
        return new TooMany(false, Duration.ofSeconds(1));
    }

    /** Whether it is this tenant that calls too often; else the server is full. */
    public boolean isOfTheTenant() {
        return ofTheTenant;
    }

    /** After how many seconds it is worth trying again. */
    public long seconds() {
        return seconds;
    }
}
