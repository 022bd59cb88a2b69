package org.pmlguard.card;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.pmlguard.cdshooks.Action;
import org.pmlguard.cdshooks.FhirJson;
import org.pmlguard.cdshooks.Suggestion;
import org.pmlguard.clinical.Coding;
import org.pmlguard.clinical.Order;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.rule.Advice.Proposal;
import org.pmlguard.risk.Assessment.Concern;
import org.pmlguard.risk.Finding;

/** From advice to suggestions that a click carries out. */
final class Proposals {

    private static final int MOST = 3;
    private static final Pattern TYPED = Pattern.compile("[A-Za-z]+/\\S+");

    private final Knowledge knowledge;
    private final Supplier<UUID> ids;

    Proposals(Knowledge knowledge, Supplier<UUID> ids) {
        this.knowledge = knowledge;
        this.ids = ids;
    }

    /**
     * The suggestions of a concern, most useful first. Only a test is ever recommended: taking an order away is the
     * prescriber's decision.
     */
    List<Suggestion> of(Concern concern, Function<Coding, FhirJson> testOrder) {
        Map<String, Suggestion> byLabel = new LinkedHashMap<>();
        for (Finding finding : concern.findings()) {
            for (Proposal proposal : proposals(finding)) {
                suggestion(proposal, concern, testOrder).ifPresent(one -> byLabel.putIfAbsent(one.label(), one));
            }
        }
        List<Suggestion> all = byLabel.values().stream().limit(MOST).toList();
        return recommendsATest(concern) ? firstRecommended(all) : all;
    }

    private List<Proposal> proposals(Finding finding) {
        return finding.level().advice().stream()
                .flatMap(id -> Wanted.in(knowledge.advice(), id).proposal().stream())
                .toList();
    }

    private boolean recommendsATest(Concern concern) {
        List<String> advice = concern.findings().getFirst().level().advice();
        return !advice.isEmpty()
                && Wanted.in(knowledge.advice(), advice.getFirst())
                        .proposal()
                        .filter(Proposal.OrderTest.class::isInstance)
                        .isPresent();
    }

    private static List<Suggestion> firstRecommended(List<Suggestion> suggestions) {
        List<Suggestion> marked = new ArrayList<>(suggestions);
        if (!marked.isEmpty()) {
            marked.set(0, marked.getFirst().recommended());
        }
        return marked;
    }

    private Optional<Suggestion> suggestion(Proposal proposal, Concern concern, Function<Coding, FhirJson> testOrder) {
        String label = Places.filled(proposal.label(), List.of(), concern.ordered());
        return action(proposal, label, concern, testOrder)
                .map(action -> new Suggestion(label, ids.get(), false, List.of(action)));
    }

    private Optional<Action> action(
            Proposal proposal, String label, Concern concern, Function<Coding, FhirJson> testOrder) {
        return switch (proposal) {
            case Proposal.OrderTest order ->
                knowledge
                        .tests()
                        .byId(order.test())
                        .flatMap(test -> test.orderCode())
                        .map(testOrder)
                        .map(resource -> new Action.Create(label, resource));
            case Proposal.RemoveOrder remove ->
                removable(concern.ordered().order()).map(reference -> new Action.Delete(label, reference));
        };
    }

    /** Only a draft with a whole name can be taken away: what was signed, or stands in the chart, is never deleted. */
    private static Optional<String> removable(Order order) {
        return Optional.of(order.reference())
                .filter(reference -> order.stage() == Order.Stage.DRAFT
                        && TYPED.matcher(reference).matches());
    }
}
