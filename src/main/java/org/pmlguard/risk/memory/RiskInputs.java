package org.pmlguard.risk.memory;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pmlguard.clinical.Dosing;
import org.pmlguard.clinical.Gap;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.rule.Criterion;
import org.pmlguard.risk.Assessment.Concern;
import org.pmlguard.risk.Finding;
import org.pmlguard.risk.OrderedDrug;

/**
 * Everything the concern about one ordered drug rested on. Two of them are equal exactly when nothing that moves the risk
 * has changed between two calls.
 *
 * @param knowledge the SHA-256 of the pack
 * @param version of the pack, for people
 * @param rules which rules spoke, each with its version and level
 * @param facts what they spoke on
 * @param gaps what could not be known, by code
 */
public record RiskInputs(
        String knowledge, String version, SortedSet<String> rules, SortedSet<RiskInput> facts, SortedSet<String> gaps) {

    public RiskInputs {
        rules = new TreeSet<>(rules);
        facts = new TreeSet<>(facts);
        gaps = new TreeSet<>(gaps);
    }

    /** What a concern rests on, under an edition of the knowledge. */
    public static RiskInputs of(Concern concern, Knowledge.Edition edition) {
        Stream<RiskInput> shown = concern.findings().stream()
                .flatMap(finding -> finding.facts().stream())
                .flatMap(fact -> RiskInput.of(fact).stream());
        return new RiskInputs(
                edition.sha256(),
                edition.version(),
                sorted(concern.findings().stream().map(RiskInputs::level)),
                sorted(Stream.concat(shown, dose(concern))),
                sorted(concern.gaps().stream().map(Gap::code)));
    }

    private static <T> SortedSet<T> sorted(Stream<T> all) {
        return all.collect(Collectors.toCollection(TreeSet::new));
    }

    private static String level(Finding finding) {
        return finding.rule().id() + " " + finding.rule().version() + " level "
                + (finding.rule().levels().indexOf(finding.level()) + 1);
    }

    /** The ordered dose counts where a rule looks at it, and shows as no fact. */
    private static Stream<RiskInput> dose(Concern concern) {
        return concern.findings().stream()
                        .anyMatch(finding -> asksForDose(finding.level().when()))
                ? Stream.of(dose(concern.ordered()))
                : Stream.empty();
    }

    private static RiskInput dose(OrderedDrug ordered) {
        Dosing dosing = ordered.order().dosing();
        String amount = dosing.milligramsPerDay()
                .map(daily -> daily.stripTrailingZeros().toPlainString() + " mg a day")
                .orElse("unstated");
        String time = dosing.planned().map(planned -> " for " + planned).orElse("");
        return new RiskInput("ordered-dose", "Ordered dose", amount + time, java.util.Optional.empty());
    }

    private static boolean asksForDose(Criterion criterion) {
        return switch (criterion) {
            case Criterion.OrderedDose dose -> true;
            case Criterion.All all -> anyAsks(all.of());
            case Criterion.Any any -> anyAsks(any.of());
            case Criterion.None none -> anyAsks(none.of());
            case Criterion.Named named -> asksForDose(named.of());
            default -> false;
        };
    }

    private static boolean anyAsks(List<Criterion> criteria) {
        return criteria.stream().anyMatch(RiskInputs::asksForDose);
    }

    /** The risk stratum in one line: which rules spoke at which level, and the exposure band. */
    public String stratum() {
        Stream<String> bands =
                facts.stream().filter(fact -> fact.name().equals("exposure")).map(RiskInput::value);
        return Stream.concat(rules.stream(), bands.distinct()).collect(Collectors.joining("; "));
    }

    /** Whether an answer given on the others may hold now: nothing moved, and nothing new is unknown. */
    boolean unchangedSince(RiskInputs then) {
        return knowledge.equals(then.knowledge)
                && rules.equals(then.rules)
                && facts.equals(then.facts)
                && then.gaps.containsAll(gaps);
    }
}
