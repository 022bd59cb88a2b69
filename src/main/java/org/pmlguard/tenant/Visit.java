package org.pmlguard.tenant;

/** A call that was let in, until it is answered. */
public final class Visit implements AutoCloseable {

    private final Tenant tenant;
    private final Runnable leave;

    Visit(Tenant tenant, Runnable leave) {
        this.tenant = tenant;
        this.leave = leave;
    }

    /** Whose call it is. */
    public Tenant tenant() {
        return tenant;
    }

    /** Makes the place free for the next one. */
    @Override
    public void close() {
        leave.run();
    }
}
