package org.pmlguard.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pmlguard.cdshooks.Call;
import org.pmlguard.clinical.Chart;
import org.pmlguard.clinical.Diagnosis;
import org.pmlguard.clinical.Gap;
import org.pmlguard.clinical.Gap.Cause;
import org.pmlguard.clinical.Known;
import org.pmlguard.clinical.MedicationUse;
import org.pmlguard.clinical.Section;

/** What a prefetch means when there is nowhere else to ask. */
class ChartReaderTest {

    private static final String CONDITION =
            "{'resourceType': 'Condition', 'id': 'c', 'code': {'text': 'MS'}, 'subject': {'reference': 'Patient/mia'}}";

    private static Chart read(Call call) {
        return new ChartReader().read(call, Samples.SERVICE, Outbound.none(Cause.SERVER_NOT_REGISTERED));
    }

    private static Known<List<Diagnosis>> diagnoses(String prefetched) {
        return read(Samples.prefetched("'conditions': " + prefetched)).diagnoses();
    }

    private static Known<List<MedicationUse>> medications(String prefetch) {
        return read(Samples.prefetched(prefetch)).medications();
    }

    private static List<Cause> causes(Known<?> known) {
        return known.gaps().stream().map(Gap::why).toList();
    }

    @Test
    void whatWasNotSentAndCannotBeAskedForIsUnavailable() {
        Chart chart = read(Samples.prefetched(""));
        assertThat(chart.diagnoses())
                .isEqualTo(Known.unavailable(Gap.in(Section.DIAGNOSES, Cause.SERVER_NOT_REGISTERED)));
        assertThat(chart.medications())
                .isEqualTo(Known.unavailable(Gap.in(Section.MEDICATIONS, Cause.SERVER_NOT_REGISTERED)));
        assertThat(chart.labs()).isEqualTo(Known.unavailable(Gap.in(Section.LABS, Cause.SERVER_NOT_REGISTERED)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{'resourceType': 'Bundle', 'type': 'searchset', 'total': 0}",
                "{'resourceType': 'Bundle', 'entry': []}",
                "{'response': {'status': '200 OK'}}"
            })
    void nothingOnFileIsReadAndComplete(String prefetched) {
        assertThat(diagnoses(prefetched)).isEqualTo(Known.read(List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'resourceType': 'OperationOutcome', 'issue': []}",
                "'<html>Error report</html>'",
                "{'resource': '<html>Error report</html>'}",
                "{'response': {'status': '500'}, 'resource': null}"
            })
    void aFailureReportedByTheEhrIsUnavailableAndNeverNone(String prefetched) {
        assertThat(diagnoses(prefetched))
                .isEqualTo(Known.unavailable(Gap.in(Section.DIAGNOSES, Cause.REPORTED_BY_EHR)));
    }

    @Test
    void theAnswerToAnotherQuestionIsNoAnswer() {
        assertThat(causes(diagnoses("{'resourceType': 'Patient', 'id': 'mia'}")))
                .containsExactly(Cause.SERVER_NOT_REGISTERED);
        assertThat(causes(diagnoses(Samples.bundle("{'resourceType': 'Observation', 'id': 'o'}"))))
                .containsExactly(Cause.SERVER_NOT_REGISTERED);
    }

    @Test
    void companionsOfTheRowsAreNotRows() {
        Known<List<Diagnosis>> diagnoses =
                diagnoses(Samples.bundle(CONDITION, "{'resourceType': 'Patient', 'id': 'mia'}"));
        assertThat(diagnoses.found().orElseThrow()).hasSize(1);
        assertThat(diagnoses.gaps()).isEmpty();
    }

    @Test
    void aWarningBesideTheRowsMeansThereMayBeMore() {
        Known<List<Diagnosis>> diagnoses =
                diagnoses(Samples.bundle(CONDITION, "{'resourceType': 'OperationOutcome', 'id': 'w'}"));
        assertThat(diagnoses.found().orElseThrow()).hasSize(1);
        assertThat(causes(diagnoses)).containsExactly(Cause.INCOMPLETE);
    }

    @Test
    void aFurtherPageThatCannotBeReadLeavesItIncomplete() {
        Known<List<Diagnosis>> diagnoses = diagnoses(
                "{'resourceType': 'Bundle', 'link': [{'relation': 'next', 'url': 'https://ehr.example/fhir?page=2'}], 'entry':"
                        + " [{'resource': " + CONDITION + "}]}");
        assertThat(diagnoses.found().orElseThrow()).hasSize(1);
        assertThat(causes(diagnoses)).containsExactly(Cause.INCOMPLETE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'subject': {'reference': 'Patient/noah'}",
                "'patient': {'reference': 'Patient/noah'}",
                "'subject': {'reference': 'https://ehr.example/fhir/Patient/noah'}",
                "'subject': {'reference': 'Patient/mia/noah'}",
                "'subject': {'reference': 'Patient/xmia'}",
                "'subject': {'reference': 'Group/mia'}",
                "'subject': {'reference': 'urn:uuid:noah'}",
                "'subject': {'reference': 'Patient?identifier=mia'}",
                "'subject': {'reference': 'Patient/mia'}, 'patient': {'reference': 'Patient/noah'}"
            })
    void rowsOfAnotherPatientAreDiscardedAndLeaveAGap(String subject) {
        Known<List<Diagnosis>> diagnoses = diagnoses(
                Samples.bundle(CONDITION, "{'resourceType': 'Condition', 'code': {'text': 'HIV'}, " + subject + "}"));
        assertThat(diagnoses.found().orElseThrow())
                .extracting(row -> row.what().text())
                .containsExactly("MS");
        assertThat(causes(diagnoses)).containsExactly(Cause.WRONG_PATIENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'subject': {'reference': 'Patient/mia'}",
                "'subject': {'reference': 'https://any.example/x/Patient/mia'}",
                "'subject': {'reference': 'mia'}",
                "'subject': {'reference': 'urn:uuid:mia'}",
                "'subject': {'reference': 'Patient/mia/_history/4'}",
                "'subject': {'display': 'Mia'}",
                "'subject': null"
            })
    void rowsOfThePatientAreKeptHoweverTheyPointThere(String subject) {
        Known<List<Diagnosis>> diagnoses =
                diagnoses(Samples.bundle("{'resourceType': 'Condition', 'code': {'text': 'MS'}, " + subject + "}"));
        assertThat(diagnoses.found().orElseThrow()).hasSize(1);
        assertThat(diagnoses.gaps()).isEmpty();
    }

    @Test
    void theSameRowTwiceCountsOnce() {
        assertThat(diagnoses(Samples.bundle(CONDITION, CONDITION)).found().orElseThrow())
                .hasSize(1);
    }

    @Test
    void oneFailingMedicationQueryLeavesTheOthersReadWithAGap() {
        Known<List<MedicationUse>> medications = medications("'medicationRequests': null, 'medicationStatements': null,"
                + " 'medicationAdministrations': {'resourceType': 'OperationOutcome'}");
        assertThat(medications)
                .isEqualTo(new Known.Read<>(List.of(), List.of(Gap.in(Section.MEDICATIONS, Cause.REPORTED_BY_EHR))));
    }

    @Test
    void medicationsAreUnavailableOnlyIfEveryQueryFails() {
        String outcome = "{'resourceType': 'OperationOutcome'}";
        assertThat(medications("'medicationRequests': " + outcome + ", 'medicationStatements': " + outcome
                        + ", 'medicationAdministrations': " + outcome))
                .isEqualTo(Known.unavailable(Gap.in(Section.MEDICATIONS, Cause.REPORTED_BY_EHR)));
    }

    @Test
    void aServiceThatAsksForLessGetsNoGapForTheRest() {
        var service = Samples.service(
                "{'hook': 'order-sign', 'id': 'x', 'description': 'x', 'prefetch': {'medicationRequests':"
                        + " 'MedicationRequest?patient={{context.patientId}}'}}");
        Chart chart = new ChartReader()
                .read(Samples.prefetched("'medicationRequests': null"), service, Outbound.none(Cause.NOT_SENT));
        assertThat(chart.medications()).isEqualTo(Known.read(List.of()));
        assertThat(chart.labs()).isEqualTo(Known.unavailable(Gap.in(Section.LABS, Cause.NOT_SENT)));
    }

    @Test
    void theDraftItselfIsNotHistory() {
        String row = "{'resourceType': 'MedicationRequest', 'id': 'd', 'status': 'active', 'medicationCodeableConcept':"
                + " {'text': 'x'}}";
        Chart chart = read(Samples.call(
                "{'resource': " + row + "}",
                "'prefetch': {'medicationStatements': null, 'medicationAdministrations': null, 'medicationRequests': "
                        + Samples.bundle(row, row.replace("'d'", "'other'")) + "}"));
        assertThat(chart.medications().found().orElseThrow())
                .extracting(MedicationUse::reference)
                .containsExactly("MedicationRequest/other");
    }

    @Test
    void aMedicineWithoutCodeOrWordIsAGap() {
        Known<List<MedicationUse>> medications = medications("'medicationStatements': null,"
                + " 'medicationAdministrations': null, 'medicationRequests': "
                + Samples.bundle(
                        "{'resourceType': 'MedicationRequest', 'medicationReference': {'reference': 'Medication/1'}}",
                        "{'resourceType': 'MedicationRequest', 'medicationReference': {'reference': 'Medication/2', 'display':"
                                + " 'Imurek'}}"));
        assertThat(medications.found().orElseThrow())
                .extracting(use -> use.product().name().text())
                .containsExactly("Imurek");
        assertThat(causes(medications)).containsExactly(Cause.NOT_IDENTIFIED);
    }
}
