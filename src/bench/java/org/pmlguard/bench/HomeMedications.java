package org.pmlguard.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/** Prescriptions and statements of medicines that leave the immune system alone. */
final class HomeMedications {

    private static final List<Medicine> MEDICINES = List.of(
            new Medicine("29046", "lisinopril"),
            new Medicine("11253", "vitamin D"),
            new Medicine("6809", "metformin"),
            new Medicine("18631", "azithromycin"));

    private record Medicine(String code, String display) {}

    private HomeMedications() {}

    static List<ObjectNode> prescribed(LocalDate today) {
        return IntStream.range(0, 2)
                .mapToObj(number -> request(number, medicine(number), today))
                .toList();
    }

    static List<ObjectNode> stated(LocalDate today) {
        return List.of(statement(medicine(1), today));
    }

    /** One more old prescription, with a narrative. */
    static ObjectNode told(int number, LocalDate today) {
        Medicine medicine = medicine(number);
        return Narrative.tell(
                request(100 + number, medicine, today),
                List.of("Medication", "Directions", "Dispense"),
                List.of(medicine.display(), "Take one tablet by mouth once daily with food", "90 tablets, 3 refills"));
    }

    private static Medicine medicine(int number) {
        return MEDICINES.get(number % MEDICINES.size());
    }

    private static ObjectNode request(int number, Medicine medicine, LocalDate today) {
        return Json.object("""
                {'resourceType': 'MedicationRequest', 'id': 'request-%d', 'status': 'active', 'intent': 'order',
                 'medicationCodeableConcept': {'coding': [
                     {'system': 'http://www.nlm.nih.gov/research/umls/rxnorm', 'code': '%s', 'display': '%s'}]},
                 'subject': {'reference': 'Patient/bench-0000000'},
                 'authoredOn': '%s',
                 'dosageInstruction': [{'text': '1 tablet daily',
                     'timing': {'repeat': {'frequency': 1, 'period': 1, 'periodUnit': 'd'}}}]}
                """, number, medicine.code(), medicine.display(), today.minusDays(30L + number));
    }

    private static ObjectNode statement(Medicine medicine, LocalDate today) {
        return Json.object("""
                {'resourceType': 'MedicationStatement', 'id': 'statement-1', 'status': 'active',
                 'medicationCodeableConcept': {'coding': [
                     {'system': 'http://www.nlm.nih.gov/research/umls/rxnorm', 'code': '%s', 'display': '%s'}]},
                 'subject': {'reference': 'Patient/bench-0000000'},
                 'effectivePeriod': {'start': '%s'}}
                """, medicine.code(), medicine.display(), today.minusYears(1));
    }
}
