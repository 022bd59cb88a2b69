package org.pmlguard.hook;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * The prescribing form of the public reference client, as it writes itself into calls: which elements there are depends on the
 * version that the FHIR server names. A category that is no list, and a bundle without a type, are its own.
 *
 * @param version the {@code fhirVersion} of the server
 * @param drug RxNorm code and name of the chosen drug; empty before one is chosen
 */
record ReferenceForm(String version, String patient, Optional<Drug> drug) {

    /** What the list of the form has: tablets and capsules only. */
    enum Drug {
        AZATHIOPRINE("105611", "Azathioprine 50 MG Oral Tablet [Imuran]"),
        FINGOLIMOD("1012895", "fingolimod 0.5 MG Oral Capsule");

        private final String code;
        private final String text;

        Drug(String code, String text) {
            this.code = code;
            this.text = text;
        }
    }

    static ReferenceForm empty(String version, String patient) {
        return new ReferenceForm(version, patient, Optional.empty());
    }

    static ReferenceForm of(String version, String patient, Drug drug) {
        return new ReferenceForm(version, patient, Optional.of(drug));
    }

    /** The call without prefetch; only order-select says what is selected, and no call says which encounter it is. */
    ObjectNode call(String hook, String fhirServer) {
        ObjectNode call = Requests.opening(hook, patient).put("fhirServer", fhirServer);
        ObjectNode context = (ObjectNode) call.path("context");
        context.put("userId", "Practitioner/COREPRACTITIONER1");
        ObjectNode order = order();
        if (hook.equals("order-select")) {
            context.putArray("selections").add(type() + "/" + order.path("id").asString());
        }
        ObjectNode drafts = context.putObject("draftOrders").put("resourceType", "Bundle");
        drafts.putArray("entry").addObject().set("resource", order);
        return call;
    }

    boolean isDstu2() {
        return version.startsWith("1.");
    }

    private String type() {
        return isDstu2() ? "MedicationOrder" : "MedicationRequest";
    }

    private ObjectNode order() {
        ObjectNode order = Requests.JSON.createObjectNode().put("resourceType", type());
        order.put("id", isDstu2() ? "order-123" : "request-123").put("status", "draft");
        order.putObject(isDstu2() ? "patient" : "subject").put("reference", "Patient/" + patient);
        order.put(isDstu2() ? "dateWritten" : "authoredOn", "2026-11-21");
        drug.ifPresent(chosen -> fill(order, chosen));
        return order;
    }

    private void fill(ObjectNode order, Drug chosen) {
        ObjectNode dosage = order.putArray("dosageInstruction").addObject();
        ObjectNode repeat = dosage.putObject("timing").putObject("repeat");
        repeat.put("frequency", 1).put("period", 1).put(isDstu2() ? "periodUnits" : "periodUnit", "d");
        boolean old = isDstu2() || version.startsWith("3.");
        ObjectNode dose = old ? dosage : dosage.putArray("doseAndRate").addObject();
        dose.putObject("doseQuantity")
                .put("value", 1)
                .put("system", "http://unitsofmeasure.org")
                .put("code", "{pill}");
        order.putObject("dispenseRequest")
                .putObject("expectedSupplyDuration")
                .put("value", 30)
                .put("unit", "days")
                .put("system", "http://unitsofmeasure.org")
                .put("code", "d");
        order.put("intent", "order")
                .putObject("category")
                .putArray("coding")
                .addObject()
                .put("system", "http://terminology.hl7.org/CodeSystem/medicationrequest-category")
                .put("code", "community");
        ObjectNode medication = order.putObject("medicationCodeableConcept").put("text", chosen.text);
        medication
                .putArray("coding")
                .addObject()
                .put("display", chosen.text)
                .put("system", Requests.RXNORM)
                .put("code", chosen.code);
    }
}
