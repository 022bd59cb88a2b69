package org.pmlguard.tenant.token;

/** A call without good proof of who makes it; answered by a bare 401. */
public final class NotTrusted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Fault fault;

    public NotTrusted(Fault fault) {
        super(fault.code(), null, false, false);
        this.fault = fault;
    }

    /** What is wrong, for our side only. */
    public Fault fault() {
        return fault;
    }
}
