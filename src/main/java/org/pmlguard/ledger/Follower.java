package org.pmlguard.ledger;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Follows what the ledger tells of, on a thread of its own, from when the ledger has begun until before it ends. */
public abstract class Follower implements SmartLifecycle {

    private final String name;
    private volatile @Nullable Thread work;

    /** @param name of the thread */
    protected Follower(String name) {
        this.name = name;
    }

    /** Follows for as long as it {@linkplain #isWanted() is wanted}; interrupted at the end. */
    protected abstract void follow();

    /** Whether the thread that asks is to go on. */
    protected final boolean isWanted() {
        return Thread.currentThread().equals(work);
    }

    @Override
    public void start() {
        Thread thread = Thread.ofVirtual().name(name).unstarted(this::follow);
        work = thread;
        thread.start();
    }

    @Override
    public void stop() {
        Thread thread = work;
        work = null;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        Thread thread = work;
        return thread != null && thread.isAlive();
    }

    @Override
    public int getPhase() {
        return 1;
    }
}
