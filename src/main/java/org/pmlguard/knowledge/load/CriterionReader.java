package org.pmlguard.knowledge.load;

import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.pmlguard.clinical.Diagnosis.Certainty;
import org.pmlguard.knowledge.drug.DrugSet;
import org.pmlguard.knowledge.drug.Drugs;
import org.pmlguard.knowledge.rule.Criterion;
import org.pmlguard.knowledge.rule.JcvStatus;
import org.pmlguard.knowledge.rule.Range;
import org.pmlguard.knowledge.rule.Range.End;

/** From the words of a rule file to a criterion. */
final class CriterionReader {

    private final Drugs drugs;
    private final Map<String, Entry> shared;
    private final Period newAfter;
    private final Map<Criterion, Criterion> distinct = new HashMap<>();

    /**
     * Reads criteria over these drugs.
     *
     * @param shared the criteria of {@code criteria.yaml}, by name
     * @param newAfter time without a drug after which it is a new start
     */
    CriterionReader(Drugs drugs, Map<String, Entry> shared, Period newAfter) {
        this.drugs = drugs;
        this.shared = shared;
        this.newAfter = newAfter;
    }

    /** The criterion. Equal ones are one object, so that whoever judges them can remember the answer by identity. */
    Criterion read(Entry entry) {
        Criterion criterion = parsed(entry);
        return distinct.computeIfAbsent(criterion, first -> first);
    }

    private Criterion parsed(Entry entry) {
        String kind = entry.node().propertyNames().iterator().next();
        Entry value = entry.entry(kind);
        return switch (kind) {
            case "all" -> new Criterion.All(several(entry, kind));
            case "any" -> new Criterion.Any(several(entry, kind));
            case "none" -> new Criterion.None(several(entry, kind));
            case "use" -> named(entry.text(kind));
            case "ordered" -> new Criterion.Ordered(set(entry, kind));
            case "new-start" -> new Criterion.NewStart(entry.flag(kind), newAfter);
            case "diagnosis" -> diagnosis(value);
            case "lab" -> new Criterion.Lab(value.text("test"), band(value), value.period("within"));
            case "lab-sustained" -> new Criterion.LabSustained(value.text("test"), band(value), period(value, "for"));
            case "lab-absent" -> new Criterion.LabAbsent(value.text("test"), value.period("within"));
            case "lab-positive" -> new Criterion.LabPositive(value.text("test"), period(value, "within"));
            case "lab-unreadable" -> new Criterion.LabUnreadable(entry.texts(kind));
            case "jcv" -> jcv(value);
            case "jcv-older-than" -> new Criterion.JcvOlderThan(period(entry, kind));
            case "exposure" -> new Criterion.ExposureLongerThan(set(value, "to"), period(value, "longer-than"));
            case "co-medication" -> new Criterion.CoMedication(set(value, "with"));
            case "agents" -> new Criterion.AgentsAtLeast(set(value, "of"), value.whole("at-least"));
            case "taken-within" ->
                new Criterion.TakenWithin(set(value, "any-of"), value.period("time"), value.flag("others"));
            case "steroid-dose" -> new Criterion.SteroidDose(value.decimal("at-least"), period(value, "for"));
            case "ordered-dose" -> new Criterion.OrderedDose(value.decimal("at-least"), period(value, "for"));
            case "procedure-absent" -> new Criterion.ProcedureAbsent(value.text("kind"), period(value, "within"));
            case "jcv-unreliable" -> new Criterion.JcvUnreliable();
            case "prior-therapy" -> new Criterion.PriorTherapy(set(value, "with"));
            default -> throw new IllegalStateException("the schema allows a criterion unknown here: " + kind);
        };
    }

    private List<Criterion> several(Entry entry, String key) {
        return entry.entries(key).stream().map(this::read).toList();
    }

    private Criterion named(String name) {
        Entry entry = shared.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("uses a criterion that does not exist: " + name);
        }
        return new Criterion.Named(name, read(entry));
    }

    private DrugSet set(Entry entry, String key) {
        List<String> names = entry.texts(key);
        List<String> unknown = drugs.unknown(names);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("names drugs that do not exist: " + unknown);
        }
        return drugs.set(names);
    }

    private Criterion diagnosis(Entry value) {
        return new Criterion.Diagnosed(
                Set.copyOf(value.texts("any-of")),
                value.optional("certainty").map(word -> Certainty.valueOf(word.toUpperCase(Locale.ROOT))),
                value.flag("active-only"),
                value.period("within"),
                value.has("after-first") ? Optional.of(set(value, "after-first")) : Optional.empty(),
                value.has("reason-for-drug") ? Optional.of(value.flag("reason-for-drug")) : Optional.empty());
    }

    private static Criterion jcv(Entry value) {
        JcvStatus status =
                JcvStatus.valueOf(value.text("status").toUpperCase(Locale.ROOT).replace('-', '_'));
        return new Criterion.Jcv(
                status, value.has("index") ? Optional.of(band(value.entry("index"))) : Optional.empty());
    }

    private static Range band(Entry value) {
        return new Range(end(value, "above", "at-least"), end(value, "below", "at-most"));
    }

    private static Optional<End> end(Entry value, String excluded, String included) {
        return Stream.concat(
                        value.number(excluded).map(at -> new End(at, false)).stream(),
                        value.number(included).map(at -> new End(at, true)).stream())
                .findFirst();
    }

    private static Period period(Entry entry, String key) {
        return Period.parse(entry.text(key));
    }
}
