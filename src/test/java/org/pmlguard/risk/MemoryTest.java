package org.pmlguard.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pmlguard.clinical.Chart;
import org.pmlguard.clinical.Concept;
import org.pmlguard.clinical.Diagnosis;
import org.pmlguard.clinical.Dosing;
import org.pmlguard.clinical.Gap;
import org.pmlguard.clinical.Known;
import org.pmlguard.clinical.LabResult;
import org.pmlguard.clinical.LabValue;
import org.pmlguard.clinical.MedicationUse;
import org.pmlguard.clinical.Order;
import org.pmlguard.clinical.Product;
import org.pmlguard.clinical.Section;
import org.pmlguard.clinical.Span;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.load.PackLoader;
import org.pmlguard.risk.Assessment.Concern;
import org.pmlguard.risk.memory.Change;
import org.pmlguard.risk.memory.HoldingTimes;
import org.pmlguard.risk.memory.Memory;
import org.pmlguard.risk.memory.PastAnswer;
import org.pmlguard.risk.memory.Recall;
import org.pmlguard.risk.memory.RiskInputs;

/** What stays quiet after an answer, and what ends it. */
class MemoryTest {

    private static final Knowledge KNOWLEDGE = PackLoader.shipped();
    private static final LocalDate ANSWERED = LocalDate.of(2026, 8, 1);
    private static final LocalDate LATER = LocalDate.of(2026, 8, 20);
    private static final HoldingTimes TIMES =
            new HoldingTimes(Map.of("drawn-pending", Period.ofDays(30)), Period.ofDays(180));
    private static final Memory MEMORY = new Memory(TIMES, KNOWLEDGE.edition());

    /** Natalizumab since a day, with a JCV index taken on a day. */
    private record Patient(
            LocalDate since, String index, LocalDate taken, List<Diagnosis> conditions, List<String> others) {

        static Patient nora() {
            return new Patient(LocalDate.of(2024, 2, 10), "1.7", LocalDate.of(2026, 7, 1), List.of(), List.of());
        }

        Patient index(String value, LocalDate day) {
            return new Patient(since, value, day, conditions, others);
        }

        Patient since(LocalDate day) {
            return new Patient(day, index, taken, conditions, others);
        }

        Patient with(String condition) {
            Diagnosis diagnosis = new Diagnosis(
                    Concept.ofText(condition),
                    Diagnosis.Course.ACTIVE,
                    Diagnosis.Certainty.CONFIRMED,
                    Optional.of(since),
                    Optional.empty(),
                    "Condition/1");
            return new Patient(since, index, taken, List.of(diagnosis), others);
        }

        Patient alsoOn(String drug) {
            return new Patient(since, index, taken, conditions, List.of(drug));
        }

        Chart chart() {
            List<MedicationUse> uses = new ArrayList<>();
            uses.add(use("natalizumab", since));
            others.forEach(drug -> uses.add(use(drug, since)));
            LabResult lab = new LabResult(
                    Concept.ofText("JCV antibody index"),
                    new LabValue.Measured(LabValue.Comparator.EXACTLY, new BigDecimal(index), "index"),
                    Optional.of(taken),
                    "Observation/1");
            return new Chart(Known.read(conditions), Known.read(uses), Known.read(List.of(lab)), Known.read(List.of()));
        }

        private static MedicationUse use(String drug, LocalDate start) {
            return new MedicationUse(
                    Product.named(Concept.ofText(drug)),
                    MedicationUse.Status.ACTIVE,
                    new Span(Optional.of(start), Optional.empty()),
                    Dosing.UNSTATED,
                    MedicationUse.Source.ORDERED,
                    Optional.empty(),
                    "MedicationRequest/" + drug);
        }
    }

    private static Concern concern(Chart chart, LocalDate today) {
        Product product = Product.named(Concept.ofText("natalizumab"));
        Order order = new Order("MedicationRequest/d", Known.read(product), Dosing.UNSTATED, Order.Purpose.TREAT);
        List<OrderedDrug> ordered = KNOWLEDGE.drugs().recognise(product).drugs().stream()
                .map(found -> new OrderedDrug(order, found.drug(), found.by(), false))
                .toList();
        return (Concern) new Assessor(KNOWLEDGE).assess(ordered, chart, today).getFirst();
    }

    private static PastAnswer overridden(Patient patient, String reason) {
        Concern concern = concern(patient.chart(), ANSWERED);
        Set<String> rules = concern.findings().stream()
                .filter(finding -> finding.level().overrideReasons().contains(reason))
                .map(finding -> finding.rule().id())
                .collect(Collectors.toSet());
        return new PastAnswer(
                "c0ffee00-0000-4000-8000-000000000000",
                reason,
                "because",
                ANSWERED,
                rules,
                RiskInputs.of(concern, KNOWLEDGE.edition()));
    }

    private static Recall recall(Patient now, LocalDate today, PastAnswer... answers) {
        return MEMORY.recall(concern(now.chart(), today), List.of(answers), today);
    }

    private static List<String> said(Recall recall) {
        return recall.said().stream()
                .flatMap(one -> ((Concern) one).findings().stream())
                .map(finding -> finding.rule().id())
                .toList();
    }

    private static List<Change> why(Recall recall) {
        return recall.lapse().orElseThrow().why();
    }

    @Test
    void anAnsweredFindingStaysQuietWhileNothingChanges() {
        Recall recall = recall(Patient.nora(), LATER, overridden(Patient.nora(), "informed-continuation"));
        assertThat(recall.said()).isEmpty();
        assertThat(recall.quiet())
                .extracting(quiet -> quiet.finding().rule().id())
                .contains("PML-019");
        assertThat(recall.quiet().getFirst().because())
                .isEqualTo("overridden 2026-08-01 (because), nothing changed since; holds until 2027-01-28");
    }

    @Test
    void aReasonAnswersOnlyTheRulesThatOfferIt() {
        Recall recall = recall(Patient.nora(), LATER, overridden(Patient.nora(), "done-elsewhere"));
        assertThat(said(recall)).contains("PML-019").doesNotContain("PML-025");
    }

    @Test
    void aNewIndexSpeaksAgainAndSaysWhatChanged() {
        Patient now = Patient.nora().index("2.4", LocalDate.of(2026, 8, 10));
        Recall recall = recall(now, LATER, overridden(Patient.nora(), "informed-continuation"));
        assertThat(said(recall)).contains("PML-019");
        assertThat(why(recall)).contains(new Change.Moved("JCV antibody index", "1.7", "2.4"));
    }

    @Test
    void theSameIndexOfALaterDayIsANewResult() {
        LocalDate drawn = LocalDate.of(2026, 8, 10);
        Recall recall =
                recall(Patient.nora().index("1.7", drawn), LATER, overridden(Patient.nora(), "informed-continuation"));
        assertThat(why(recall)).contains(new Change.Repeated("JCV antibody index", "1.7", Optional.of(drawn)));
    }

    @Test
    void theNextYearOfTreatmentSpeaksAgain() {
        LocalDate nextBand = LocalDate.of(2027, 1, 20);
        Patient patient = Patient.nora().since(LocalDate.of(2024, 1, 15)).index("1.7", LocalDate.of(2026, 7, 25));
        Recall recall = recall(patient, nextBand, overridden(patient, "informed-continuation"));
        assertThat(why(recall))
                .contains(new Change.Moved(
                        "Natalizumab exposure, by prescription dates", "months 25-36", "months 37-48"));
    }

    @Test
    void anotherMonthInTheSameYearIsNoNews() {
        Recall recall =
                recall(Patient.nora(), LocalDate.of(2026, 12, 1), overridden(Patient.nora(), "informed-continuation"));
        assertThat(recall.said()).isEmpty();
    }

    @Test
    void aNewDrugSpeaksAgain() {
        Recall recall = recall(
                Patient.nora().alsoOn("azathioprine"), LATER, overridden(Patient.nora(), "informed-continuation"));
        assertThat(said(recall)).contains("PML-011");
        assertThat(recall.quiet()).isEmpty();
    }

    @Test
    void aFloorFindingIsSaidHoweverOftenItWasAnswered() {
        Patient patient = Patient.nora().with("Progressive multifocal leukoencephalopathy");
        PastAnswer answer = overridden(patient, "specialist-decision");
        assertThat(answer.rules()).contains("PML-001");
        assertThat(said(recall(patient, LATER, answer, answer))).contains("PML-001");
    }

    @Test
    void anAnswerHoldsForItsTimeAndNoLonger() {
        PastAnswer answer = overridden(Patient.nora(), "informed-continuation");
        LocalDate lastDay = ANSWERED.plusDays(180);
        assertThat(recall(Patient.nora().since(LocalDate.of(2024, 3, 10)), lastDay, on2024March(answer))
                        .said())
                .isEmpty();
        assertThat(why(recall(
                        Patient.nora().since(LocalDate.of(2024, 3, 10)), lastDay.plusDays(1), on2024March(answer))))
                .contains(new Change.TimeOver(Period.ofDays(180)));
    }

    private static PastAnswer on2024March(PastAnswer answer) {
        return overridden(Patient.nora().since(LocalDate.of(2024, 3, 10)), answer.reason());
    }

    @Test
    void otherKnowledgeSpeaksAgain() {
        Knowledge.Edition other = new Knowledge.Edition("9.9.9", "f".repeat(64), "", List.of());
        PastAnswer answer = overridden(Patient.nora(), "informed-continuation");
        Recall recall = new Memory(TIMES, other).recall(concern(Patient.nora().chart(), LATER), List.of(answer), LATER);
        assertThat(why(recall))
                .containsExactly(new Change.OtherKnowledge(KNOWLEDGE.edition().version(), "9.9.9"));
    }

    @Test
    void nothingIsQuietWhileAPartOfTheRecordCouldNotBeRead() {
        Chart read = Patient.nora().chart();
        Chart unread = new Chart(
                Known.unavailable(Gap.in(Section.DIAGNOSES, Gap.Cause.TIMED_OUT)),
                read.medications(),
                read.labs(),
                read.procedures());
        PastAnswer answer = overridden(Patient.nora(), "informed-continuation");
        Recall recall = MEMORY.recall(concern(unread, LATER), List.of(answer), LATER);
        assertThat(recall.quiet()).isEmpty();
        assertThat(why(recall)).containsExactly(new Change.NotAllRead());
    }
}
