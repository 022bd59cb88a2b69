package org.pmlguard.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/** Thirty infusions of natalizumab, one every four weeks: more than two years without a pause. */
final class Infusions {

    private static final int COUNT = 30;
    private static final int WEEKS_APART = 4;

    private Infusions() {}

    static List<ObjectNode> until(LocalDate today) {
        return IntStream.rangeClosed(1, COUNT)
                .mapToObj(number -> infusion(number, today.minusWeeks((long) number * WEEKS_APART)))
                .toList();
    }

    /** The same treatment in one line, as somebody wrote it down who did not give it. */
    static ObjectNode told(LocalDate today) {
        return Json.object("""
                {'resourceType': 'MedicationStatement', 'id': 'natalizumab', 'status': 'active',
                 'medicationCodeableConcept': {'coding': [
                     {'system': 'http://www.nlm.nih.gov/research/umls/rxnorm', 'code': '354770',
                      'display': 'natalizumab'}]},
                 'subject': {'reference': 'Patient/bench-0000000'},
                 'effectivePeriod': {'start': '%s'}}
                """, today.minusWeeks((long) COUNT * WEEKS_APART));
    }

    private static ObjectNode infusion(int number, LocalDate day) {
        return Json.object("""
                {'resourceType': 'MedicationAdministration', 'id': 'infusion-%d', 'status': 'completed',
                 'medicationCodeableConcept': {'coding': [
                     {'system': 'http://www.nlm.nih.gov/research/umls/rxnorm', 'code': '354770',
                      'display': 'natalizumab'}]},
                 'subject': {'reference': 'Patient/bench-0000000'},
                 'effectiveDateTime': '%sT09:30:00Z',
                 'dosage': {'dose': {'value': 300, 'unit': 'mg'}}}
                """, number, day);
    }
}
