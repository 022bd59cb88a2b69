package org.pmlguard.replay;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.pmlguard.cdshooks.Card;
import org.pmlguard.knowledge.rule.Indicator;
import org.pmlguard.risk.Assessment.Incomplete;
import org.pmlguard.risk.OrderedDrug;

/** The orders of a replay, counted in every way, under one edition of the knowledge. */
final class Tally {

    private static final String TRACE = "org.pmlguard.assessment";

    private final Map<Dimension, Map<String, Counts>> counts = new EnumMap<>(Dimension.class);

    /** Counts an order, or a call with several. */
    void add(Checked checked, Said said) {
        Counts whole = whole(checked, said);
        add(Dimension.HOOK, checked.hook(), whole);
        if (checked.isStanding()) {
            return;
        }
        add(Dimension.ALL, "", whole);
        add(Dimension.CLINIC, checked.clinic(), whole);
        add(Dimension.WEEK, monday(checked.day()), whole);
        said.watched().stream()
                .map(OrderedDrug::drug)
                .distinct()
                .forEach(drug -> add(Dimension.DRUG, drug.id(), ofDrug(drug.id(), said)));
        said.findings()
                .forEach(about -> add(
                        Dimension.RULE,
                        about.finding().rule().id(),
                        level(about.finding().indicator())));
        said.shadow()
                .forEach(about -> add(Dimension.RULE, about.finding().rule().id(), new Counts(0, 0, 0, 0, 0, 0, 0, 1)));
        long unchecked = incomplete(said);
        said.gaps().forEach(gap -> add(Dimension.GAP, gap.code(), new Counts(1, 1, 0, 0, 0, unchecked, 0, 0)));
    }

    private static String monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toString();
    }

    private void add(Dimension dimension, String name, Counts more) {
        counts.computeIfAbsent(dimension, any -> new TreeMap<>()).merge(name, more, Counts::plus);
    }

    void add(Tally other) {
        other.counts.forEach((dimension, names) -> names.forEach((name, more) -> add(dimension, name, more)));
    }

    private static Counts whole(Checked checked, Said said) {
        long watched =
                said.watched().stream().map(OrderedDrug::order).distinct().count();
        Counts orders = new Counts(
                checked.orders(),
                watched,
                0,
                0,
                0,
                incomplete(said),
                quiet(said),
                said.shadow().count());
        return said.cards().stream()
                .filter(card -> drug(card).isPresent())
                .map(Tally::level)
                .reduce(orders, Counts::plus);
    }

    /** At most one for a call: the card that says what could not be checked. */
    private static long incomplete(Said said) {
        return said.cards().stream().filter(card -> drug(card).isEmpty()).count();
    }

    private static long quiet(Said said) {
        return said.recalls().stream().filter(recall -> recall.said().isEmpty()).count();
    }

    private static Counts ofDrug(String drug, Said said) {
        boolean isUnchecked = said.incomplete()
                .map(Incomplete::ordered)
                .anyMatch(one -> one.drug().id().equals(drug));
        long quiet = said.recalls().stream()
                .filter(recall -> recall.said().isEmpty())
                .filter(recall -> recall.assessment().ordered().drug().id().equals(drug))
                .count();
        long shadow = said.shadow().filter(about -> about.drug().equals(drug)).count();
        return said.cards().stream()
                .filter(card -> drug(card).filter(drug::equals).isPresent())
                .map(Tally::level)
                .reduce(new Counts(1, 1, 0, 0, 0, isUnchecked ? 1 : 0, quiet, shadow), Counts::plus);
    }

    /** The drug of a card that names a risk. */
    static Optional<String> drug(Card card) {
        return card.extension().get(TRACE) instanceof Map<?, ?> trace && trace.get("drug") instanceof String drug
                ? Optional.of(drug)
                : Optional.empty();
    }

    private static Counts level(Card card) {
        return level(Indicator.valueOf(card.indicator().name()));
    }

    private static Counts level(Indicator indicator) {
        return switch (indicator) {
            case CRITICAL -> new Counts(0, 0, 1, 0, 0, 0, 0, 0);
            case WARNING -> new Counts(0, 0, 0, 1, 0, 0, 0, 0);
            case INFO -> new Counts(0, 0, 0, 0, 1, 0, 0, 0);
        };
    }

    /** The counts of one name; those of a rule among all orders, since it might have spoken about any. */
    Counts of(Dimension dimension, String name) {
        Counts of = counts.getOrDefault(dimension, Map.of()).getOrDefault(name, Counts.NONE);
        return dimension == Dimension.RULE ? of.among(all()) : of;
    }

    Counts all() {
        return of(Dimension.ALL, "");
    }

    /** The names of a dimension, in their own sequence. */
    List<String> names(Dimension dimension) {
        return Stream.of(counts.getOrDefault(dimension, Map.of()))
                .flatMap(names -> names.keySet().stream())
                .toList();
    }
}
