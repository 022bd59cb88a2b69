package org.pmlguard.card;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import org.pmlguard.clinical.Gap;
import org.pmlguard.clinical.Order;
import org.pmlguard.clinical.Product;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.drug.Drug;
import org.pmlguard.knowledge.rule.Citation;
import org.pmlguard.knowledge.rule.Rule;
import org.pmlguard.risk.Assessment.Concern;
import org.pmlguard.risk.Fact;
import org.pmlguard.risk.Finding;
import org.pmlguard.risk.OrderedDrug;
import org.pmlguard.risk.Stratum;
import org.pmlguard.risk.memory.Lapse;

/** The few lines below a summary: why, what else, what to consider, what is not known, and the source. */
final class Detail {

    private static final int MOST_FACTS = 7;
    private static final int MOST_OTHERS = 3;
    private static final int MOST_ADVICE = 3;
    private static final int MOST_GAPS = 4;

    private final Knowledge knowledge;

    Detail(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    String of(Concern concern, Optional<Lapse> lapse) {
        List<String> lines = new ArrayList<>();
        lines.add("Risk of progressive multifocal leukoencephalopathy (PML)." + order(concern.ordered()));
        lapse.map(LapseLine::of).ifPresent(lines::add);
        add(lines, "Why: ", facts(concern));
        concern.stratum().ifPresent(stratum -> lines.add(estimate(stratum)));
        add(lines, "Also: ", others(concern));
        add(lines, "Consider: ", advice(concern));
        add(lines, "Not known: ", gaps(concern.gaps()));
        lines.add(source(concern.findings().getFirst().rule(), concern.ordered().drug()));
        return String.join("\n\n", lines);
    }

    private static String estimate(Stratum stratum) {
        return "Estimate: about " + stratum.cell().perThousand().toPlainString() + " in 1,000 "
                + stratum.table().counted() + " (" + stratum.cell().group() + "; "
                + stratum.table().source() + ")";
    }

    private static void add(List<String> lines, String lead, String rest) {
        if (!rest.isEmpty()) {
            lines.add(lead + rest);
        }
    }

    private static String order(OrderedDrug ordered) {
        String label = ordered.order()
                .product()
                .found()
                .map(Product::name)
                .map(name -> name.label())
                .orElse("");
        String named = label.isEmpty() ? "" : " " + lead(ordered.order().stage()) + ": " + Plain.markdown(label) + ".";
        return named + recognition(ordered);
    }

    private static String lead(Order.Stage stage) {
        return switch (stage) {
            case DRAFT, SIGNED -> "Order";
            case TAKEN -> "Current therapy";
            case STILL_ACTING -> "Recent therapy";
        };
    }

    private static String recognition(OrderedDrug ordered) {
        if (ordered.conflict()) {
            return " Its code and its name point at different drugs; both were checked.";
        }
        return switch (ordered.by()) {
            case CODE -> "";
            case NAME -> " Recognised by name, not by code.";
            case LOOK_UP -> " Recognised through " + explainedBy(ordered) + ", its code is not in our own tables.";
        };
    }

    private static String explainedBy(OrderedDrug ordered) {
        return ordered.order()
                .product()
                .found()
                .flatMap(Product::explainedBy)
                .map(Plain::markdown)
                .orElse("a terminology service");
    }

    private static String facts(Concern concern) {
        return concern.findings().stream()
                .flatMap(finding -> finding.facts().stream())
                .distinct()
                .limit(MOST_FACTS)
                .map(FactLine::of)
                .collect(Collectors.joining(" · "));
    }

    private static String others(Concern concern) {
        String lead = concern.ordered().drug().name();
        return concern.findings().stream()
                .skip(1)
                .limit(MOST_OTHERS)
                .map(finding ->
                        withoutLead(Places.filled(finding.level().summary(), finding.facts(), concern.ordered()), lead))
                .distinct()
                .collect(Collectors.joining(" · "));
    }

    /** The card has named the drug already; a bracket after its name needs the name to lean on. */
    private static String withoutLead(String summary, String drug) {
        boolean isNamed = summary.startsWith(drug) && !summary.startsWith(drug + " (");
        String rest = isNamed ? summary.substring(drug.length()) : summary;
        return rest.startsWith(": ") || rest.startsWith(", ") ? rest.substring(2) : rest.strip();
    }

    private String advice(Concern concern) {
        SequencedSet<String> lines = new LinkedHashSet<>();
        for (Finding finding : concern.findings()) {
            List<Fact> facts = finding.facts();
            finding.level().advice().stream()
                    .map(id -> Wanted.in(knowledge.advice(), id).consider())
                    .map(words -> Places.filled(words, facts, concern.ordered()))
                    .forEach(lines::add);
        }
        return lines.stream().limit(MOST_ADVICE).collect(Collectors.joining(" · "));
    }

    static String gaps(List<Gap> gaps) {
        return gaps.stream().map(Gap::text).distinct().limit(MOST_GAPS).collect(Collectors.joining(" · "));
    }

    private String source(Rule rule, Drug drug) {
        Citation citation = Wanted.in(knowledge.evidence(), citation(rule, drug));
        return citation.cite() + " · grade " + rule.grade() + " ("
                + rule.grade().words() + ") · " + rule.id() + " · knowledge "
                + knowledge.edition().version() + recalled(rule, drug);
    }

    /** What nobody has compared with its source is said as such, until a site has. */
    private String recalled(Rule rule, Drug drug) {
        boolean isRecalled = rule.recalled().stream()
                .anyMatch(one -> one.drugs().contains(drug) && one.supportedBy().isEmpty());
        return isRecalled && !knowledge.figures().recalledToo()
                ? " · for " + drug.name() + " from memory, compare with its label"
                : "";
    }

    /** A rule about several drugs has several labels: the one that speaks of this drug. */
    private static String citation(Rule rule, Drug drug) {
        if (rule.order().drugs().size() == 1) {
            return rule.evidence().getFirst();
        }
        return rule.evidence().stream()
                .filter(drug.evidence()::contains)
                .findFirst()
                .orElse(rule.evidence().getFirst());
    }
}
