package org.pmlguard.bench;

import java.time.LocalDate;
import tools.jackson.databind.node.ObjectNode;

/** The draft order that is about to be signed. */
enum Prescription {
    /** A drug with rules of its own. */
    NATALIZUMAB("354770", "natalizumab", "Natalizumab 300 mg in 15 mL, intravenous infusion", "Intravenous infusion"),
    /** A drug that PML Guard has nothing to say about. */
    AMOXICILLIN("723", "amoxicillin", "Amoxicillin 500 mg oral capsule", "Oral");

    private final String code;
    private final String display;
    private final String text;
    private final String route;

    Prescription(String code, String display, String text, String route) {
        this.code = code;
        this.display = display;
        this.text = text;
        this.route = route;
    }

    ObjectNode on(LocalDate today) {
        return Json.object("""
                {'resourceType': 'MedicationRequest', 'id': 'draft-1', 'status': 'draft', 'intent': 'order',
                 'medicationCodeableConcept': {'coding': [
                     {'system': 'http://www.nlm.nih.gov/research/umls/rxnorm', 'code': '%s', 'display': '%s'}],
                     'text': '%s'},
                 'subject': {'reference': 'Patient/bench-0000000'},
                 'encounter': {'reference': 'Encounter/bench-visit'},
                 'authoredOn': '%s',
                 'requester': {'reference': 'Practitioner/bench-neurologist'},
                 'dosageInstruction': [{'route': {'text': '%s'},
                     'timing': {'repeat': {'frequency': 1, 'period': 4, 'periodUnit': 'wk'}}}]}
                """, code, display, text, today, route);
    }
}
