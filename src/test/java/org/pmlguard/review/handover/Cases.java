package org.pmlguard.review.handover;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pmlguard.ledger.Recorded;
import org.pmlguard.risk.Fact;

/** Cases as they stand in the ledger. */
final class Cases {

    static final UUID ID = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");
    static final Instant AT = Instant.parse("2026-11-21T10:00:00Z");

    private Cases() {}

    /** Natalizumab in its third year, an intervention, and closed; what people wrote is {@code text}. */
    static Reviewed closed(String text) {
        List<Fact> facts = List.of(
                fact("jcv-index", "JCV antibody index", "2.1"),
                fact("exposure", "Natalizumab exposure", "30"),
                fact("alc", "Lymphocytes", "0.71"),
                fact("condition", "Indication", "multiple sclerosis"),
                fact("prior", "Earlier immunosuppressant", "azathioprine"),
                fact("mri-brain", "Last brain MRI", "on file"),
                fact("jcv-antibody", "JCV antibody", text),
                fact("cd4", "CD4", text),
                fact("prior", "Earlier immunosuppressant", text),
                new Fact(text, text, text, text, Optional.empty(), Optional.empty(), false, text));
        return reviewed(text, "natalizumab", facts);
    }

    private static Fact fact(String name, String label, String value) {
        return new Fact(
                name,
                label,
                value,
                "",
                Optional.empty(),
                Optional.of(LocalDate.of(2026, 10, 12)),
                false,
                "Observation/o-1");
    }

    private static Reviewed reviewed(String text, String drug, List<Fact> facts) {
        Recorded.Spoke rule = new Recorded.Spoke(
                "PML-019", "1.0.0", "critical", "B", false, facts, Optional.empty(), Optional.empty());
        Recorded.Spoke odd =
                new Recorded.Spoke(text, text, text, text, false, List.of(), Optional.of(text), Optional.empty());
        Recorded.Order order = new Recorded.Order(
                0,
                "MedicationRequest/draft-1",
                drug,
                "code",
                "concern",
                Optional.of("critical"),
                text,
                Optional.of(text),
                List.of(new Recorded.Lack("lab-missing", text), new Recorded.Lack(text, text)),
                Optional.of(text),
                List.of(rule, odd));
        Recorded.Shown card = new Recorded.Shown(
                ID,
                Optional.of(drug),
                "critical",
                "Natalizumab, month 30 " + text,
                text,
                List.of(new Recorded.Offer(ID, text, true)),
                List.of(new Recorded.Reason(text, text, text)));
        Recorded.Heard heard = new Recorded.Heard(
                ID,
                "overridden",
                List.of(text),
                Optional.of(new Recorded.Reason(text, text, text)),
                Optional.of(text),
                Optional.of(AT),
                AT);
        Recorded.Case decision = new Recorded.Case(
                ID,
                AT,
                text,
                text,
                text,
                Optional.of(text),
                Optional.of(text),
                Optional.of(text),
                Optional.of("critical"),
                "1.0.0",
                text,
                List.of(new Recorded.Lack(text, text)),
                1,
                2,
                3,
                List.of(order),
                List.of(card),
                List.of(heard));
        return new Reviewed(
                ID,
                drug,
                "closed",
                Optional.of("ada"),
                "overridden",
                decision,
                card,
                List.of(
                        step("intervention", Optional.of("recommended-test"), "intervened: Recommended a test", text),
                        step("note", Optional.empty(), "noted", text),
                        step("close", Optional.of("verified"), "closed the case: Verified: the order stands", text)));
    }

    private static Reviewed.Step step(String action, Optional<String> code, String words, String note) {
        return new Reviewed.Step(AT, "ada", action, code, words, Optional.of(note));
    }
}
