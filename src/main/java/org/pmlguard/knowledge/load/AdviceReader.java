package org.pmlguard.knowledge.load;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pmlguard.knowledge.rule.Advice;
import org.pmlguard.knowledge.rule.Advice.Proposal;
import org.pmlguard.knowledge.rule.Citation;
import org.pmlguard.knowledge.rule.OverrideReason;

/** {@code advice.yaml}, {@code evidence.yaml} and the CodeSystem of override reasons. */
final class AdviceReader {

    private AdviceReader() {}

    static Map<String, Advice> advice(Entry file) {
        return file.named("advice").entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> advice(entry.getKey(), entry.getValue())));
    }

    private static Advice advice(String id, Entry entry) {
        return new Advice(id, entry.text("consider"), proposal(entry.entry("suggest")));
    }

    private static Optional<Proposal> proposal(Entry suggest) {
        if (suggest.has("order-test")) {
            return Optional.of(new Proposal.OrderTest(suggest.text("label"), suggest.text("order-test")));
        }
        return suggest.optional("remove-order").map(Proposal.RemoveOrder::new);
    }

    static Map<String, Citation> evidence(Entry file) {
        return file.named("evidence").entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> citation(entry.getKey(), entry.getValue())));
    }

    private static Citation citation(String id, Entry entry) {
        Citation.Seen seen = switch (entry.text("seen")) {
            case "full" -> Citation.Seen.FULL;
            case "part" -> Citation.Seen.PART;
            default -> Citation.Seen.SECONDARY;
        };
        return new Citation(id, entry.text("cite"), entry.optional("where"), seen);
    }

    static Map<String, OverrideReason> overrideReasons(Entry codeSystem) {
        String system = codeSystem.text("url");
        return codeSystem.entries("concept").stream()
                .map(concept -> new OverrideReason(system, concept.text("code"), concept.text("display")))
                .collect(Collectors.toMap(OverrideReason::code, reason -> reason));
    }
}
