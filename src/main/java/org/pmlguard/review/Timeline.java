package org.pmlguard.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pmlguard.risk.Fact;

/**
 * The dated facts of all decisions on a patient and drug, and their cards, on one axis of time: a lane for each kind of fact.
 * It holds what rules looked at, not the whole record. Lengths are in units of the drawing.
 */
final class Timeline {

    static final int LEFT = 150;
    static final int WIDTH = 720;
    static final int LANE = 58;

    private static final int ROOM = 12;

    private final List<Lane> lanes;
    private final List<Point> cards;
    private final LocalDate first;
    private final LocalDate last;

    /** A card that was shown. */
    record Mark(LocalDate day, String indicator, String summary) {}

    /**
     * A point or the beginning of a bar.
     *
     * @param said on hover, and to screen readers
     */
    record Point(int x, int y, boolean isSince, String label, String said, String kind) {}

    /** One kind of fact. */
    record Lane(String label, int top, List<Point> points) {
        Lane {
            points = List.copyOf(points);
        }

        public int middle() {
            return top + LANE / 2;
        }
    }

    /** @param today the day of the decision, where bars end that have not ended */
    Timeline(List<Fact> facts, List<Mark> marks, LocalDate today) {
        List<LocalDate> days = Stream.concat(
                        facts.stream().flatMap(fact -> fact.date().stream()),
                        marks.stream().map(Mark::day))
                .sorted()
                .toList();
        this.first = days.isEmpty() ? today.minusMonths(1) : days.getFirst().minusDays(14);
        this.last = Stream.concat(days.stream(), Stream.of(today))
                .max(Comparator.naturalOrder())
                .orElse(today);
        this.lanes = lanes(facts);
        this.cards = marks.stream().map(this::card).toList();
    }

    private List<Lane> lanes(List<Fact> facts) {
        Map<String, List<Fact>> kinds = new LinkedHashMap<>();
        facts.stream()
                .filter(fact -> fact.date().isPresent())
                .forEach(fact -> kinds.computeIfAbsent(fact.label(), label -> new ArrayList<>())
                        .add(fact));
        List<Lane> made = new ArrayList<>();
        kinds.forEach((label, of) -> made.add(lane(label, made.size() * LANE, of)));
        return List.copyOf(made);
    }

    private Lane lane(String label, int top, List<Fact> facts) {
        BigDecimal most = facts.stream()
                .flatMap(fact -> number(fact).stream())
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
        return new Lane(
                label, top, facts.stream().map(fact -> point(fact, top, most)).toList());
    }

    private Point point(Fact fact, int top, BigDecimal most) {
        LocalDate day = fact.date().orElseThrow();
        String value = (fact.value() + " " + fact.unit()).strip();
        String said = fact.label() + " " + value + ", " + (fact.since() ? "since " : "") + day
                + (fact.reference().isEmpty() ? "" : ", " + fact.reference());
        return new Point(x(day), y(fact, top, most), fact.since(), value, said, "");
    }

    /** From 0 at the foot of the lane to the highest value below its top; the middle for what is no number. */
    private static int y(Fact fact, int top, BigDecimal most) {
        return number(fact)
                .filter(value -> most.signum() > 0 && !fact.since())
                .map(value -> top
                        + LANE
                        - ROOM
                        - (int) Math.round(value.doubleValue() / most.doubleValue() * (LANE - 2.5 * ROOM)))
                .orElse(top + LANE / 2);
    }

    private static Optional<BigDecimal> number(Fact fact) {
        try {
            return Optional.of(new BigDecimal(fact.comparable()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Point card(Mark mark) {
        String said = "Card, " + mark.indicator() + ", " + mark.day() + ": " + mark.summary();
        return new Point(
                x(mark.day()),
                lanes.size() * LANE + LANE / 2,
                false,
                mark.indicator().substring(0, 1).toUpperCase(Locale.ROOT),
                said,
                mark.indicator());
    }

    private int x(LocalDate day) {
        long all = Math.max(1, ChronoUnit.DAYS.between(first, last));
        return LEFT + (int) (ChronoUnit.DAYS.between(first, day) * (WIDTH - LEFT - 70) / all);
    }

    public List<Lane> lanes() {
        return lanes;
    }

    public List<Point> cards() {
        return cards;
    }

    public int cardsTop() {
        return lanes.size() * LANE;
    }

    /** Without the line of dates below. */
    public int height() {
        return (lanes.size() + 1) * LANE;
    }

    public int end() {
        return x(last);
    }

    /** A few days of the axis, each with its place. */
    public List<Point> ticks() {
        long all = ChronoUnit.DAYS.between(first, last);
        return IntStream.rangeClosed(0, 4)
                .mapToObj(part -> first.plusDays(all * part / 4))
                .map(day -> new Point(x(day), height(), false, day.toString(), "", ""))
                .toList();
    }
}
