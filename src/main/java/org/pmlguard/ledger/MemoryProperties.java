package org.pmlguard.ledger;

import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import org.pmlguard.risk.memory.HoldingTimes;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the memory of overrides, under {@code pmlguard.memory}.
 *
 * @param enabled whether anything is ever quiet
 * @param holds how long a reason holds if nothing changes, an ISO 8601 period
 * @param reasons the same for single reasons, by code
 */
@ConfigurationProperties("pmlguard.memory")
public record MemoryProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("P180D") Period holds,
        @DefaultValue Map<String, Period> reasons) {

    /** Reasons that say "soon", and so hold only for a while. */
    private static final Map<String, Period> SOON = Map.ofEntries(
            Map.entry("drawn-pending", Period.ofDays(30)),
            Map.entry("stop-planned", Period.ofDays(30)),
            Map.entry("oncological-urgency", Period.ofDays(30)),
            Map.entry("rejection-therapy", Period.ofDays(30)),
            Map.entry("switch-in-progress", Period.ofDays(60)),
            Map.entry("taper-under-way", Period.ofDays(60)),
            Map.entry("sign-explained", Period.ofDays(90)),
            Map.entry("mri-done", Period.ofDays(90)),
            Map.entry("done-elsewhere", Period.ofDays(90)),
            Map.entry("result-in-outside-record", Period.ofDays(90)));

    public HoldingTimes times() {
        Map<String, Period> all = new HashMap<>(SOON);
        all.putAll(reasons);
        return new HoldingTimes(all, holds);
    }
}
