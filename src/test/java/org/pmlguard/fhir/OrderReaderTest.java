package org.pmlguard.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pmlguard.clinical.CodeSystem;
import org.pmlguard.clinical.Coding;
import org.pmlguard.clinical.Concept;
import org.pmlguard.clinical.Dosing;
import org.pmlguard.clinical.Gap;
import org.pmlguard.clinical.Gap.Cause;
import org.pmlguard.clinical.Known;
import org.pmlguard.clinical.Order;
import org.pmlguard.clinical.Product;
import org.pmlguard.clinical.Section;

class OrderReaderTest {

    private static final Outbound NOWHERE = Outbound.none(Cause.SERVER_NOT_REGISTERED);
    private static final Gap NOT_REGISTERED = Gap.in(Section.ORDERED_DRUG, Cause.SERVER_NOT_REGISTERED);
    private static final Coding NATALIZUMAB = new Coding(CodeSystem.RXNORM, "354770", "");
    private static final String MEDICATION = "{'resourceType': 'Medication', 'id': 'm1', 'code': {'coding': [{'system':"
            + " 'http://www.nlm.nih.gov/research/umls/rxnorm', 'code': '354770'}]}}";

    private static DraftOrders read(String drafts, String further) {
        return new OrderReader().read(Samples.call(drafts, further), NOWHERE);
    }

    private static Order only(String members) {
        return read(order(members), "").orders().getFirst();
    }

    private static String order(String members) {
        return "{'resource': {'resourceType': 'MedicationRequest', 'id': 'o1', " + members + "}}";
    }

    private static Product product(Order order) {
        return order.product().found().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'medicationReference': {'reference': '#m1'}, 'contained': [" + MEDICATION + "]",
                "'medicationReference': {'reference': '#m1'}, 'contained': " + MEDICATION,
                "'medication': {'reference': {'reference': '#m1'}}, 'contained': [" + MEDICATION + "]"
            })
    void aContainedMedicationIsFound(String members) {
        assertThat(product(only(members)).name().codings()).containsExactly(NATALIZUMAB);
    }

    @ParameterizedTest
    @CsvSource({
        "Medication/m1, http://x.example/y",
        "Medication/m1/_history/2, http://x.example/y",
        "urn:uuid:7, urn:uuid:7",
        "https://ehr.example/fhir/Medication/m1, http://x.example/y",
        "http://other.example/Medication/9, http://other.example/Medication/9"
    })
    void aSiblingInTheBundleIsFound(String reference, String fullUrl) {
        DraftOrders orders = read(
                order("'medicationReference': {'reference': '" + reference + "'}") + ", {'fullUrl': '" + fullUrl
                        + "', 'resource': " + MEDICATION + "}",
                "'fhirServer': 'https://ehr.example/fhir'");
        assertThat(product(orders.orders().getFirst()).name().codings()).containsExactly(NATALIZUMAB);
        assertThat(orders.orders()).hasSize(1);
    }

    @Test
    void aMedicationAnywhereInThePrefetchIsFound() {
        DraftOrders orders = read(
                order("'medicationReference': {'reference': 'Medication/m1', 'display': 'TYSABRI'}"),
                "'prefetch': {'item7': " + Samples.bundle(MEDICATION) + "}");
        assertThat(orders.orders().getFirst().product())
                .isEqualTo(Known.read(Product.named(new Concept(List.of(NATALIZUMAB), "TYSABRI"))));
    }

    @Test
    void aMedicationOfTheSameIdOnAnotherServerIsAnotherMedication() {
        DraftOrders orders = read(
                order(
                                "'medicationReference': {'reference': 'https://other.example/fhir/Medication/m1', 'display': 'x'}")
                        + ", {'resource': " + MEDICATION + "}",
                "'fhirServer': 'https://ehr.example/fhir'");
        assertThat(orders.orders().getFirst().product())
                .isEqualTo(new Known.Read<>(
                        Product.named(Concept.ofText("x")),
                        List.of(Gap.in(Section.ORDERED_DRUG, Cause.NOT_IDENTIFIED))));
    }

    @Test
    void whatCannotBeLookedUpIsKnownByItsDisplayAndSaysWhatIsMissing() {
        Order order = only(
                "'medicationReference': {'reference': 'Medication/m1', 'display': 'MERCAPTOPURINE 50 MG PO TABS'}");
        assertThat(order.product())
                .isEqualTo(new Known.Read<>(
                        Product.named(Concept.ofText("MERCAPTOPURINE 50 MG PO TABS")), List.of(NOT_REGISTERED)));
    }

    @Test
    void aDrugWithNeitherCodeNorWordsIsUnavailableAndNeverLeftOut() {
        assertThat(only("'medicationReference': {'reference': 'Medication/m1'}").product())
                .isEqualTo(Known.unavailable(NOT_REGISTERED));
        assertThat(only("'medicationReference': {'reference': '#gone'}").product())
                .isEqualTo(Known.unavailable(Gap.in(Section.ORDERED_DRUG, Cause.NOT_IDENTIFIED)));
        assertThat(only("'medicationCodeableConcept': {'coding': [{'system': 'http://loinc.org'}]}")
                        .product())
                .isEqualTo(Known.unavailable(Gap.in(Section.ORDERED_DRUG, Cause.NOT_IDENTIFIED)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'status': 'draft'",
                "'medicationCodeableConcept': null",
                "'medicationCodeableConcept': {}",
                "'medicationCodeableConcept': {'coding': [{'code': ''}], 'text': ' '}"
            })
    void anOrderBeforeADrugIsChosenIsNoOrderYet(String members) {
        assertThat(read(order(members), "")).isEqualTo(DraftOrders.NONE);
    }

    @Test
    void otherOrdersAreNoneOfOurs() {
        assertThat(read("{'resource': {'resourceType': 'ServiceRequest', 'id': 's', 'code': {'text': 'MRI'}}}", ""))
                .isEqualTo(DraftOrders.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'reference': 'Patient/noah'} | 0 | 1",
                "{'reference': 'https://ehr.example/fhir/Patient/noah'} | 0 | 1",
                "{'reference': 'Group/mia'} | 0 | 1",
                "{'reference': 'Patient/mia'} | 1 | 0",
                "{'reference': 'https://ehr.example/fhir/Patient/mia/_history/3'} | 1 | 0",
                "{'reference': 'urn:uuid:1234'} | 1 | 0",
                "{'display': 'Mia'} | 1 | 0",
                "null | 1 | 0"
            })
    void draftsPlainlyForAnotherPatientAreKeptApart(String subject, int read, int left) {
        DraftOrders orders = read(order("'medicationCodeableConcept': {'text': 'x'}, 'subject': " + subject), "");
        assertThat(orders.orders()).hasSize(read);
        assertThat(orders.ofOtherPatients()).hasSize(left);
    }

    @Test
    void ingredientsCountWhereverTheyAreNamed() {
        Order order = only(
                "'medicationReference': {'reference': '#m'}, 'contained': [{'resourceType': 'Medication', 'id': 'm', 'form':"
                        + " {'text': 'vial'}, 'ingredient': [{'itemReference': {'reference': '#s'}}, {'itemReference':"
                        + " {'display': 'polysorbate'}}, {'itemCodeableConcept': {'text': 'water'}, 'isActive': false}]},"
                        + " {'resourceType': 'Substance', 'id': 's', 'code': {'text': 'rituximab'}}]");
        assertThat(product(order).ingredients())
                .containsExactly(Concept.ofText("rituximab"), Concept.ofText("polysorbate"));
        assertThat(product(order).forms()).containsExactly(Concept.ofText("vial"));
        assertThat(order.product().gaps()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'doNotPerform': true",
                "'status': 'stopped'",
                "'status': 'cancelled'",
                "'status': 'completed'",
                "'status': 'entered-in-error'",
                "'reasonEnded': {'text': 'side effects'}"
            })
    void anOrderThatEndsTreatmentIsAStop(String members) {
        assertThat(only("'medicationCodeableConcept': {'text': 'x'}, " + members)
                        .purpose())
                .isEqualTo(Order.Purpose.STOP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'status': 'draft', 'intent': 'proposal', 'category': {'text': 'x'}",
                "'status': 'active', 'statusReason': {'text': 'reviewed'}",
                "'status': 'on-hold'",
                "'status': 5, 'doNotPerform': false"
            })
    void everyOtherOrderTreats(String members) {
        assertThat(only("'medicationCodeableConcept': {'text': 'x'}, " + members)
                        .purpose())
                .isEqualTo(Order.Purpose.TREAT);
    }

    @Test
    void theReferenceIsByteForByteWhatTheCallerWrote() {
        String id = "ez067\u2011é.".repeat(25);
        DraftOrders orders = read(
                "{'resource': {'resourceType': 'MedicationOrder', 'id': '" + id
                        + "', 'medicationCodeableConcept': 'x'}}",
                "");
        assertThat(orders.orders().getFirst().reference()).isEqualTo("MedicationOrder/" + id);
        assertThat(product(orders.orders().getFirst()).name()).isEqualTo(Concept.ofText("x"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'timing': {'repeat': {'frequency': 1, 'period': 8, 'periodUnit': 'h'}}, 'doseAndRate': {'doseQuantity': {'value': 500, 'unit': 'mg'}}} | 1500",
                "{'timing': {'repeat': {'frequency': 1, 'period': 1, 'periodUnit': 'wk'}}, 'doseQuantity': {'value': 17.5, 'code': 'mg'}} | 2.5",
                "{'timing': {'repeat': {'frequency': 2, 'period': 1, 'periodUnits': 'd'}}, 'doseQuantity': {'value': '1', 'unit': 'g'}} | 2000",
                "{'timing': {'repeat': {'period': 1, 'periodUnit': 'd'}}, 'doseQuantity': {'value': 500, 'unit': 'mcg'}} | 0.5",
                "{'timing': {'code': {'coding': [{'code': 'BID'}]}}, 'doseQuantity': {'value': 10, 'unit': 'mg'}} | 20"
            })
    void aPlainDoseIsReadPerDay(String dosage, BigDecimal milligrams) {
        assertThat(only("'medicationCodeableConcept': {'text': 'x'}, 'dosageInstruction': [" + dosage + "]")
                        .dosing()
                        .milligramsPerDay())
                .contains(milligrams);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'timing': {'repeat': {'frequency': 1, 'period': 1, 'periodUnit': 'd'}}, 'doseQuantity': {'value': 2, 'code': '{pill}'}}",
                "{'timing': {'repeat': {'frequency': 1, 'period': 1, 'periodUnit': 'd'}}, 'doseQuantity': {'value': 2, 'unit': 'mg/kg'}}",
                "{'timing': {'repeat': {'frequency': 1, 'frequencyMax': 4, 'period': 1, 'periodUnit': 'd'}}, 'doseQuantity': {'value': 2, 'unit': 'mg'}}",
                "{'timing': {'repeat': {'period': 1, 'periodUnit': 'd', 'dayOfWeek': ['mon']}}, 'doseQuantity': {'value': 2, 'unit': 'mg'}}",
                "{'asNeededBoolean': true, 'timing': {'repeat': {'period': 1, 'periodUnit': 'd'}}, 'doseQuantity': {'value': 2, 'unit': 'mg'}}",
                "{'timing': {'repeat': {'period': 0, 'periodUnit': 'd'}}, 'doseQuantity': {'value': 2, 'unit': 'mg'}}",
                "{'timing': {'repeat': {'period': 1, 'periodUnit': 'd'}}, 'doseQuantity': {'value': 2, 'unit': 'mg'}}, {'text': 'then taper'}",
                "{'doseQuantity': {'value': 2, 'unit': 'mg'}}"
            })
    void aDoseThatIsNotPlainIsNotGuessed(String dosages) {
        assertThat(only("'medicationCodeableConcept': {'text': 'x'}, 'dosageInstruction': [" + dosages + "]")
                        .dosing())
                .isEqualTo(Dosing.UNSTATED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'dosageInstruction': {'timing': {'repeat': {'boundsPeriod': {'start': '2026-01-01', 'end': '2026-01-10'}}}} | 10",
                "'dispenseRequest': {'expectedSupplyDuration': {'value': 30, 'unit': 'days'}} | 30",
                "'dispenseRequest': {'expectedSupplyDuration': {'value': 2, 'code': 'mo'}, 'numberOfRepeatsAllowed': 0} | 61",
                "'dispenseRequest': {'validityPeriod': {'start': '2026-01-01', 'end': '2026-12-31'}} | 365"
            })
    void aPlannedDurationIsReadInDays(String members, int days) {
        assertThat(only("'medicationCodeableConcept': {'text': 'x'}, " + members)
                        .dosing()
                        .planned())
                .contains(Period.ofDays(days));
    }

    @Test
    void aSupplyThatMayBeRepeatedDoesNotSayWhenTreatmentEnds() {
        Order order =
                only("'medicationCodeableConcept': {'text': 'x'}, 'dispenseRequest': {'numberOfRepeatsAllowed': 11,"
                        + " 'expectedSupplyDuration': {'value': 30, 'unit': 'days'}}");
        assertThat(order.dosing().planned()).isEmpty();
    }
}
