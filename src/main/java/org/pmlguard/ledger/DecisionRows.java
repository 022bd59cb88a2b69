package org.pmlguard.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pmlguard.cdshooks.Card;
import org.pmlguard.cdshooks.Indicator;
import org.pmlguard.clinical.Gap;
import org.pmlguard.risk.Assessment;
import org.pmlguard.risk.Assessment.Concern;
import org.pmlguard.risk.Finding;
import org.pmlguard.risk.memory.Quiet;
import org.pmlguard.risk.memory.Recall;
import org.pmlguard.risk.memory.RiskInputs;

/** A decision as rows, column by column in the sequence of {@link Sql}. */
record DecisionRows(List<Object[]> decision, List<Object[]> orders, List<Object[]> findings, List<Object[]> cards) {

    private static final String SHADOW_TENANT = Recorded.Spoke.IN_SHADOW + ": the tenant is shown no card";
    private static final String SHADOW_RULE = Recorded.Spoke.IN_SHADOW + ": the site only watches this rule";

    static DecisionRows of(Decision decision) {
        List<Object[]> orders = new ArrayList<>();
        List<Object[]> findings = new ArrayList<>();
        for (int position = 0; position < decision.orders().size(); position++) {
            Recall recall = decision.orders().get(position);
            orders.add(order(decision, position, recall));
            findings.addAll(findings(decision, position, recall));
        }
        return new DecisionRows(List.<Object[]>of(head(decision)), orders, findings, CardRows.of(decision));
    }

    private static Object[] head(Decision decision) {
        return Kept.row(
                decision.id(),
                Kept.time(decision.at()),
                Kept.text(decision.tenant(), Kept.NAME),
                Kept.text(decision.service(), Kept.NAME),
                Kept.text(decision.hook(), Kept.NAME),
                Kept.text(decision.hookInstance(), Kept.NAME),
                Kept.text(decision.patient(), Kept.NAME),
                Kept.text(decision.prescriber(), Kept.NAME),
                indicator(decision).map(Indicator::code).orElse(null),
                decision.knowledge().version(),
                decision.knowledge().sha256(),
                Kept.json(gaps(decision.unidentified())),
                decision.timings().chart().toNanos() / 1000,
                decision.timings().assess().toNanos() / 1000,
                decision.timings().total().toNanos() / 1000);
    }

    private static Optional<Indicator> indicator(Decision decision) {
        return decision.cards().stream().map(Card::indicator).max(Indicator::compareTo);
    }

    private static Object[] order(Decision decision, int position, Recall recall) {
        Optional<RiskInputs> inputs = CardRows.inputs(decision, recall);
        return Kept.row(
                decision.id(),
                position,
                Kept.text(recall.assessment().ordered().order().reference(), Kept.REFERENCE),
                recall.assessment().ordered().drug().id(),
                lower(recall.assessment().ordered().by()),
                outcome(decision, recall),
                recall.assessment() instanceof Concern concern ? lower(concern.level()) : null,
                inputs.map(RiskInputs::stratum).orElse(""),
                inputs.map(Kept::json).orElse(null),
                Kept.json(gaps(gapsOf(recall.assessment()))),
                recall.lapse().map(Kept::json).orElse(null));
    }

    /** A card that was only recorded has an outcome of its own: nobody saw it. */
    private static String outcome(Decision decision, Recall recall) {
        String outcome = outcome(recall);
        boolean isCard = outcome.equals("concern") || outcome.equals("incomplete");
        return decision.shadow() && isCard ? Recorded.Order.SHADOW : outcome;
    }

    private static String outcome(Recall recall) {
        return switch (recall.assessment()) {
            case Concern concern -> recall.said().isPresent() ? "concern" : "quiet";
            case Assessment.Incomplete incomplete -> "incomplete";
            case Assessment.Clear clear -> "clear";
        };
    }

    private static List<Gap> gapsOf(Assessment assessment) {
        return switch (assessment) {
            case Concern concern -> concern.gaps();
            case Assessment.Incomplete incomplete -> incomplete.gaps();
            case Assessment.Clear clear -> List.of();
        };
    }

    private static List<Recorded.Lack> gaps(List<Gap> gaps) {
        return gaps.stream()
                .map(gap -> new Recorded.Lack(gap.code(), gap.text()))
                .toList();
    }

    private static List<Object[]> findings(Decision decision, int position, Recall recall) {
        List<Object[]> rows = new ArrayList<>();
        Optional<String> ofTenant = decision.shadow() ? Optional.of(SHADOW_TENANT) : Optional.empty();
        if (recall.assessment() instanceof Concern concern) {
            for (Finding finding : concern.findings()) {
                rows.add(finding(decision, position, rows.size(), finding, quiet(recall, finding), ofTenant));
            }
        }
        for (Finding finding : recall.assessment().shadow()) {
            rows.add(finding(decision, position, rows.size(), finding, Optional.empty(), Optional.of(SHADOW_RULE)));
        }
        return rows;
    }

    private static Optional<Quiet> quiet(Recall recall, Finding finding) {
        return recall.quiet().stream()
                .filter(quiet -> quiet.finding().equals(finding))
                .findFirst();
    }

    private static Object[] finding(
            Decision decision,
            int position,
            int number,
            Finding finding,
            Optional<Quiet> quiet,
            Optional<String> shadow) {
        return Kept.row(
                decision.id(),
                position,
                number,
                finding.rule().id(),
                finding.rule().version(),
                lower(finding.indicator()),
                finding.rule().grade().name(),
                finding.rule().floor(),
                Kept.json(finding.facts()),
                quiet.map(Quiet::because).or(() -> shadow).orElse(null),
                quiet.map(one -> java.util.UUID.fromString(one.answer().card())).orElse(null));
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
