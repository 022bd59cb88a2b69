package org.pmlguard.review;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.pmlguard.ledger.Ledger;
import org.pmlguard.ledger.LedgerDown;
import org.springframework.dao.DataAccessException;

/**
 * Compares how often each rule held, and each tenant called with a watched drug, with its own past. An alert that stops does
 * not complain: somebody has to look for it.
 */
public final class SilenceWatch {

    private static final String RULES = "select f.rule as name,"
            + " sum(case when d.decided_at >= :window then 1 else 0 end) as seen,"
            + " sum(case when d.decided_at < :window then 1 else 0 end) as before"
            + " from finding f join decision d on d.id = f.decision where d.decided_at >= :past and d.decided_at <= :now";
    private static final String TENANTS = "select d.tenant as name,"
            + " sum(case when d.decided_at >= :window then 1 else 0 end) as seen,"
            + " sum(case when d.decided_at < :window then 1 else 0 end) as before"
            + " from decision d where d.decided_at >= :past and d.decided_at <= :now";

    private final Ledger ledger;
    private final Clock clock;
    private final SilenceProperties properties;
    private final Predicate<String> isRule;

    /** @param isRule whether a rule is still in the knowledge: one that was taken out has a reason to be silent */
    SilenceWatch(Ledger ledger, Clock clock, SilenceProperties properties, Predicate<String> isRule) {
        this.ledger = ledger;
        this.clock = clock;
        this.properties = properties;
        this.isRule = isRule;
    }

    /**
     * What was found.
     *
     * @param silent what went silent
     * @param compared rules and tenants that happen often enough to tell
     * @param tooFew rules and tenants that happened too seldom to tell
     */
    record Found(List<Pulse> silent, int compared, int tooFew) {
        Found {
            silent = List.copyOf(silent);
        }
    }

    /** How many rules and tenants went silent, over all tenants; empty if that cannot be told now. For metrics. */
    public OptionalInt silent() {
        try {
            return OptionalInt.of(found(Set.of()).silent().size());
        } catch (LedgerDown | DataAccessException e) {
            return OptionalInt.empty();
        }
    }

    /** Among some tenants; all if none is named. */
    Found found(Set<String> tenants) {
        List<Pulse> pulses = new ArrayList<>(pulses(RULES, "f.rule", "rule", tenants).stream()
                .filter(pulse -> isRule.test(pulse.name()))
                .toList());
        pulses.addAll(pulses(TENANTS, "d.tenant", "tenant", tenants));
        double limit = properties.unlikelierThan();
        int tooFew =
                (int) pulses.stream().filter(pulse -> !pulse.couldTell(limit)).count();
        return new Found(
                pulses.stream().filter(pulse -> pulse.isSilent(limit)).toList(), pulses.size() - tooFew, tooFew);
    }

    private List<Pulse> pulses(String select, String group, String kind, Set<String> tenants) {
        Instant window = clock.instant().minus(properties.window());
        Map<String, Object> values = new HashMap<>();
        values.put("now", clock.instant().atOffset(ZoneOffset.UTC));
        values.put("window", window.atOffset(ZoneOffset.UTC));
        values.put("past", window.minus(properties.past()).atOffset(ZoneOffset.UTC));
        if (!tenants.isEmpty()) {
            values.put("tenants", tenants);
        }
        double share =
                (double) properties.window().toMillis() / properties.past().toMillis();
        return ledger.database()
                .jdbc()
                .sql(select + (tenants.isEmpty() ? "" : " and d.tenant in (:tenants)") + " group by " + group
                        + " order by " + group)
                .params(values)
                .query((row, number) ->
                        new Pulse(kind, row.getString("name"), row.getLong("seen"), row.getLong("before") * share))
                .list();
    }
}
