package org.pmlguard.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pmlguard.clinical.Chart;
import org.pmlguard.clinical.Diagnosis;
import org.pmlguard.clinical.Gap.Cause;
import org.pmlguard.clinical.LabResult;
import org.pmlguard.clinical.LabValue;
import org.pmlguard.clinical.LabValue.Comparator;
import org.pmlguard.clinical.LabValue.Measured;
import org.pmlguard.clinical.LabValue.Worded;
import org.pmlguard.clinical.MedicationUse;
import org.pmlguard.clinical.Span;

/** How single rows of a chart are read. */
class RowsTest {

    private static Chart chart(String prefetch) {
        return new ChartReader().read(Samples.prefetched(prefetch), Samples.SERVICE, Outbound.none(Cause.NOT_SENT));
    }

    private static List<Diagnosis> conditions(String members) {
        String row = "{'resourceType': 'Condition', 'id': 'c', 'code': {'text': 'MS'}, " + members + "}";
        return chart("'conditions': " + Samples.bundle(row)).diagnoses().found().orElseThrow();
    }

    private static List<LabResult> observations(String members) {
        String row = "{'resourceType': 'Observation', 'id': 'o', 'code': {'text': 'JCV'}, " + members + "}";
        return chart("'labs': " + Samples.bundle(row)).labs().found().orElseThrow();
    }

    private static List<MedicationUse> uses(String type, String members) {
        String row = "{'resourceType': '" + type + "', 'id': 'u', 'medicationCodeableConcept': {'text': 'x'}, "
                + members + "}";
        String key = type.replaceAll("Order|Prescription|Dispense", "Request");
        return chart("'" + Character.toLowerCase(key.charAt(0)) + key.substring(1) + "s': " + Samples.bundle(row))
                .medications()
                .found()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'verificationStatus': 'refuted'",
                "'verificationStatus': {'coding': [{'code': 'entered-in-error'}]}",
                "'verificationStatus': {'text': 'Entered in Error'}",
                "'status': 'refuted'",
                "'code': null"
            })
    void aVoidOrNamelessConditionIsNoDiagnosis(String members) {
        assertThat(conditions(members)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'clinicalStatus': 'resolved' | PAST | CONFIRMED",
                "'clinicalStatus': {'coding': [{'system': 'urn:x', 'code': 'Inactive'}]} | PAST | CONFIRMED",
                "'clinicalStatus': {'coding': [{'code': 'remission'}]} | PAST | CONFIRMED",
                "'clinicalStatus': 'relapse' | ACTIVE | CONFIRMED",
                "'clinicalStatus': 5 | ACTIVE | CONFIRMED",
                "'abatementDateTime': '2020' | PAST | CONFIRMED",
                "'abatementDateTime': '2020', 'clinicalStatus': 'active' | ACTIVE | CONFIRMED",
                "'verificationStatus': 'differential' | ACTIVE | SUSPECTED",
                "'verificationStatus': {'coding': {'code': 'unconfirmed'}} | ACTIVE | SUSPECTED"
            })
    void statusesAreReadInEveryShape(String members, Diagnosis.Course course, Diagnosis.Certainty certainty) {
        assertThat(conditions(members))
                .extracting(Diagnosis::course, Diagnosis::certainty)
                .containsExactly(tuple(course, certainty));
    }

    @ParameterizedTest
    @CsvSource({
        "2024, 2024-01-01",
        "2024-05, 2024-05-01",
        "2024-05-31T23:59:59-08:00, 2024-05-31",
        "2024-13-01,",
        "2024-02-30,",
        "last spring,",
        "05/06/2024,"
    })
    void aPartialDateIsTheEarliestDayAndNonsenseIsNone(String written, LocalDate day) {
        assertThat(conditions("'onsetDateTime': '" + written + "'").getFirst().onset())
                .isEqualTo(Optional.ofNullable(day));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'valueQuantity': {'value': 0.20, 'unit': 'index', 'comparator': '<'} | BELOW | 0.20 | index",
                "'valueQuantity': {'value': 410, 'code': '/uL'} | EXACTLY | 410 | /uL",
                "'valueQuantity': {'value': '1.5'} | EXACTLY | 1.5 | ``",
                "'valueInteger': 13 | EXACTLY | 13 | ``",
                "'valueDecimal': 1.30 | EXACTLY | 1.30 | ``"
            })
    void aNumberKeepsItsDigitsUnitAndComparator(String members, Comparator comparator, BigDecimal number, String unit) {
        assertThat(observations(members))
                .extracting(LabResult::value)
                .containsExactly(new Measured(comparator, number, unit));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'valueString': ' 13 ' | 13",
                "'valueCodeableConcept': {'coding': [{'code': '260373001', 'display': 'Detected'}]} | Detected",
                "'valueCodeableConcept': {'text': 'POSITIVE A', 'coding': [{'code': 'x'}]} | POSITIVE A",
                "'dataAbsentReason': {'coding': [{'code': 'as-text'}], 'text': '6.00000 K/mm^3'} | 6.00000 K/mm^3",
                "'valueQuantity': {'value': '1,52 (H)', 'unit': 'index'} | 1,52 (H) index",
                "'valueRatio': {'numerator': {'value': 1}, 'denominator': {'value': 40}} | 1:40",
                "'valueBoolean': true | true"
            })
    void wordsStayWords(String members, String words) {
        assertThat(observations(members)).extracting(LabResult::value).containsExactly(new Worded(words));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'status': 'registered'",
                "'valueQuantity': {'value': 1e999999999, 'unit': 'x'}",
                "'valueQuantity': {}",
                "'valueString': ' '",
                "'dataAbsentReason': {'coding': [{'code': 'unknown'}], 'text': 'not done'}"
            })
    void aResultWithoutUsableValueIsStillOnFile(String members) {
        assertThat(observations(members)).extracting(LabResult::value).containsExactly(new LabValue.Missing());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'status': 'entered-in-error'", "'status': 'cancelled'", "'code': null"})
    void aVoidOrNamelessObservationIsNoResult(String members) {
        assertThat(observations(members)).isEmpty();
    }

    @Test
    void componentsAreResultsOfTheirOwnAndTheirHeadingIsNone() {
        assertThat(observations(
                        "'issued': '2026-02-03T00:00:00Z', 'hasMember': [{'reference': 'Observation/x'}], 'component':"
                                + " [{'code': {'text': 'index'}, 'valueQuantity': {'value': 2}}, {'code': {'text': 'read as'},"
                                + " 'valueString': 'POSITIVE'}]"))
                .extracting(result -> result.test().text(), LabResult::reference, LabResult::taken)
                .containsExactly(
                        tuple("index", "Observation/o", Optional.of(LocalDate.of(2026, 2, 3))),
                        tuple("read as", "Observation/o", Optional.of(LocalDate.of(2026, 2, 3))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "MedicationRequest | 'status': 'entered-in-error'",
                "MedicationRequest | 'status': 'cancelled'",
                "MedicationRequest | 'status': 'draft'",
                "MedicationRequest | 'status': 'active', 'doNotPerform': true",
                "MedicationRequest | 'status': 'active', 'intent': 'plan'",
                "MedicationRequest | 'status': 'active', 'intent': 'option'",
                "MedicationStatement | 'status': 'not-taken'",
                "MedicationStatement | 'status': 'active', 'taken': 'n'",
                "MedicationStatement | 'status': 'active', 'wasNotTaken': true",
                "MedicationStatement | 'adherence': {'code': {'coding': [{'code': 'not-taking'}]}}",
                "MedicationAdministration | 'status': 'not-done'",
                "MedicationAdministration | 'status': 'completed', 'wasNotGiven': true"
            })
    void whatWasNeverTakenIsNoUse(String type, String members) {
        assertThat(uses(type, members)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "MedicationRequest, active, ACTIVE, ORDERED",
        "MedicationOrder, unknown, ACTIVE, ORDERED",
        "MedicationRequest, stopped, ENDED, ORDERED",
        "MedicationRequest, on-hold, ENDED, ORDERED",
        "MedicationDispense, completed, ENDED, ORDERED",
        "MedicationStatement, recorded, ACTIVE, STATED",
        "MedicationStatement, completed, ENDED, STATED",
        "MedicationAdministration, completed, GIVEN, ADMINISTERED",
        "MedicationAdministration, in-progress, GIVEN, ADMINISTERED",
        "MedicationAdministration, stopped, GIVEN, ADMINISTERED"
    })
    void aUseIsActiveEndedOrGiven(
            String type, String status, MedicationUse.Status expected, MedicationUse.Source source) {
        assertThat(uses(type, "'status': '" + status + "'"))
                .extracting(MedicationUse::status, MedicationUse::source)
                .containsExactly(tuple(expected, source));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'effectivePeriod': {'start': '2020-01-01', 'end': '2021'} | 2020-01-01 | 2021-01-01",
                "'effectiveDateTime': '2020-02' | 2020-02-01 |",
                "'dateAsserted': '2020-02-03' | 2020-02-03 |",
                "'dosage': [{'timing': {'repeat': {'boundsPeriod': {'start': '2019-01-01', 'end': '2019-02-01'}}}}] | 2019-01-01 | 2019-02-01"
            })
    void theSpanOfAStatementIsRead(String members, LocalDate start, LocalDate end) {
        assertThat(uses("MedicationStatement", members))
                .extracting(MedicationUse::when)
                .containsExactly(new Span(Optional.ofNullable(start), Optional.ofNullable(end)));
    }
}
