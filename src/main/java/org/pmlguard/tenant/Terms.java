package org.pmlguard.tenant;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What a tenant may ask, how much, and what becomes of the answer.
 *
 * @param hooks the hooks it may call; empty for all
 * @param deadline how soon its answers are due, if not as everybody's
 * @param allowance how many calls it may make
 * @param mode what becomes of the answers
 * @param reviewTasks whether answers at signing put a task for the pharmacist into the EHR, as agreed with it
 */
public record Terms(
        Set<String> hooks, Optional<Duration> deadline, Allowance allowance, Mode mode, boolean reviewTasks) {

    /** Everything, without limit, shown. */
    public static final Terms OPEN = new Terms(Set.of(), Optional.empty(), Allowance.UNLIMITED, Mode.LIVE, false);

    /** What becomes of the answers. */
    public enum Mode {
        /** Cards are shown. */
        LIVE,
        /** Everything is computed and recorded, and the EHR is told nothing: to see what would be said. */
        SHADOW
    }

    /**
     * How many calls a tenant may make; zero for no limit.
     *
     * @param perSecond calls a second, on each replica; twice as many may come at once after a pause
     * @param atOnce calls that are being answered at the same time, on each replica
     */
    public record Allowance(int perSecond, int atOnce) {
        static final Allowance UNLIMITED = new Allowance(0, 0);
    }

    public Terms {
        hooks = Set.copyOf(hooks);
    }

    /** Whether the tenant may call this hook. */
    public boolean allows(String hook) {
        return hooks.isEmpty() || hooks.contains(hook);
    }
}
