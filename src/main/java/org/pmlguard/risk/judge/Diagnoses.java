package org.pmlguard.risk.judge;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import org.pmlguard.clinical.Concept;
import org.pmlguard.clinical.Diagnosis;
import org.pmlguard.clinical.Diagnosis.Certainty;
import org.pmlguard.clinical.Diagnosis.Course;
import org.pmlguard.clinical.Gap;
import org.pmlguard.clinical.Known;
import org.pmlguard.knowledge.condition.Condition;
import org.pmlguard.knowledge.condition.Conditions;
import org.pmlguard.knowledge.drug.Drug;
import org.pmlguard.knowledge.rule.Criterion;
import org.pmlguard.knowledge.rule.Relations;
import org.pmlguard.risk.Fact;
import org.pmlguard.risk.Match;

/** The diagnoses of a chart that mean something here. */
record Diagnoses(List<Recognised> recognised, List<Gap> gaps, LocalDate today) {

    record Recognised(Diagnosis diagnosis, Set<Condition> conditions) {}

    static Diagnoses of(Known<List<Diagnosis>> known, Conditions conditions, LocalDate today) {
        Map<Concept, Set<Condition>> meanings = new HashMap<>();
        List<Recognised> recognised = new ArrayList<>();
        for (Diagnosis diagnosis : known.found().orElse(List.of())) {
            Set<Condition> meant = meanings.computeIfAbsent(diagnosis.what(), conditions::recognise);
            if (!meant.isEmpty()) {
                recognised.add(new Recognised(diagnosis, meant));
            }
        }
        return new Diagnoses(recognised, known.gaps(), today);
    }

    /** @param notBefore the day it must not precede */
    Match diagnosed(Criterion.Diagnosed asked, Optional<LocalDate> notBefore, Drug ordered, Relations relations) {
        SequencedSet<Fact> found = new LinkedHashSet<>();
        for (Recognised row : recognised) {
            if (begins(row.diagnosis(), notBefore)) {
                first(row, asked, ordered, relations)
                        .ifPresent(condition -> found.add(fact(row.diagnosis(), condition)));
            }
        }
        return Evidence.of(List.copyOf(found), gaps);
    }

    private Optional<Condition> first(Recognised row, Criterion.Diagnosed asked, Drug ordered, Relations relations) {
        for (Condition condition : row.conditions()) {
            if (counts(row.diagnosis(), condition, asked) && isWanted(condition, asked, ordered, relations)) {
                return Optional.of(condition);
            }
        }
        return Optional.empty();
    }

    private static boolean begins(Diagnosis diagnosis, Optional<LocalDate> notBefore) {
        return notBefore.isEmpty() || !diagnosis.since().orElse(LocalDate.MIN).isBefore(notBefore.get());
    }

    private static boolean isWanted(Condition condition, Criterion.Diagnosed asked, Drug ordered, Relations relations) {
        return asked.reasonForDrug().isEmpty()
                || relations.isReasonFor(condition.id(), ordered)
                        == asked.reasonForDrug().get();
    }

    private boolean counts(Diagnosis diagnosis, Condition condition, Criterion.Diagnosed asked) {
        return asked.conditions().contains(condition.id())
                && asked.certainty().map(diagnosis.certainty()::equals).orElse(true)
                && courseCounts(diagnosis, condition, asked)
                && asked.within().map(time -> beganWithin(diagnosis, time)).orElse(true);
    }

    private static boolean courseCounts(Diagnosis diagnosis, Condition condition, Criterion.Diagnosed asked) {
        return diagnosis.course() == Course.ACTIVE || (condition.pastCounts() && !asked.activeOnly());
    }

    private boolean beganWithin(Diagnosis diagnosis, Period time) {
        Optional<LocalDate> since = diagnosis.since();
        return since.isPresent() && !since.get().isBefore(today.minus(time));
    }

    private static Fact fact(Diagnosis diagnosis, Condition condition) {
        String label = diagnosis.certainty() == Certainty.SUSPECTED ? "Suspected" : "Diagnosis";
        return Fact.dated("condition", label, condition.name(), diagnosis.since(), true, diagnosis.reference());
    }
}
