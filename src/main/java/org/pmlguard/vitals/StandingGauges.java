package org.pmlguard.vitals;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.pmlguard.audit.Audit;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.ledger.Ledger;
import org.pmlguard.ledger.LedgerState;

/** What is known without looking: the knowledge that is loaded, the canaries, and how the ledger does. */
final class StandingGauges implements MeterBinder {

    private final Knowledge knowledge;
    private final Canaries canaries;
    private final Ledger ledger;
    private final Audit audit;

    StandingGauges(Knowledge knowledge, Canaries canaries, Ledger ledger, Audit audit) {
        this.knowledge = knowledge;
        this.canaries = canaries;
        this.ledger = ledger;
        this.audit = audit;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        knowledge(registry);
        canaries(registry);
        Gauge.builder("cds.audit.chain.ok", audit, chain -> chain.state().isIntact() ? 1 : 0)
                .description("Whether the last check of the audit chain found it whole; 1 before the first")
                .register(registry);
        gauge(
                registry,
                "cds.ledger.open",
                "Whether the ledger's database answered last",
                state -> state.open() ? 1 : 0);
        gauge(registry, "cds.ledger.waiting", "Entries not written yet", LedgerState::waiting);
        count(registry, "cds.ledger.decisions", "Decisions written", LedgerState::decisions);
        count(registry, "cds.ledger.feedback", "Feedback entries written", LedgerState::feedback);
        count(registry, "cds.ledger.late", "Decisions written after their answer", LedgerState::late);
        count(registry, "cds.ledger.lost", "Decisions never written", LedgerState::lost);
        count(registry, "cds.ledger.failures", "Commits that failed", LedgerState::failures);
        count(registry, "cds.ledger.unremembered", "Earlier answers not read in time", LedgerState::unremembered);
    }

    private void knowledge(MeterRegistry registry) {
        Gauge.builder("cds.rulepack.info", () -> 1)
                .description("The knowledge that is loaded; always 1")
                .tag("version", knowledge.edition().version())
                .tag("hash", knowledge.edition().sha256())
                .strongReference(true)
                .register(registry);
        Gauge.builder("cds.rules.loaded", knowledge, loaded -> loaded.rules().size())
                .description("Rules that are switched on")
                .register(registry);
    }

    private void canaries(MeterRegistry registry) {
        canaries.all()
                .forEach(canary -> Gauge.builder("cds.synthetic.ok", canaries, all -> all.sings(canary) ? 1 : 0)
                        .description("Whether an invented order was answered as it must be")
                        .tag("case", canary.name())
                        .register(registry));
    }

    private void gauge(MeterRegistry registry, String name, String words, ToDoubleFunction<LedgerState> value) {
        Gauge.builder(name, ledger, now -> value.applyAsDouble(now.state()))
                .description(words)
                .register(registry);
    }

    private void count(MeterRegistry registry, String name, String words, ToDoubleFunction<LedgerState> value) {
        FunctionCounter.builder(name, ledger, now -> value.applyAsDouble(now.state()))
                .description(words)
                .register(registry);
    }
}
