package org.pmlguard.connect.selftest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.pmlguard.connect.kit.Examples;
import org.pmlguard.connect.kit.Examples.Example;
import tools.jackson.databind.node.ObjectNode;

/** The calls that are made: the example conversations, for a patient who does not exist. */
final class Samples {

    /** So are the patients of the invented history called, too. */
    static final String PATIENT = "synthetic-doctor";

    static final String SIGN = "/cds-services/pml-order-sign";

    private final Examples examples;

    Samples(Examples examples) {
        this.examples = examples;
    }

    /** A call with an order about which there is something to say. */
    ObjectNode watched() {
        return call("pml-order-sign", "natalizumab-year-3-high-index");
    }

    /** The same without anything about the patient, and nowhere to ask. */
    ObjectNode nothingSent() {
        return call("pml-order-sign", "natalizumab-nothing-sent");
    }

    /** A call with an order that is none of our business. */
    ObjectNode unwatched() {
        return call("pml-order-sign", "amoxicillin");
    }

    /** Calls to which cards are the answer: every example for order-sign. */
    List<ObjectNode> withCards() {
        return examples.of("pml-order-sign").stream().map(Samples::call).toList();
    }

    /** The unwatched call with something changed. */
    String unwatched(Consumer<ObjectNode> change) {
        ObjectNode call = unwatched();
        change.accept(call);
        return call.toString();
    }

    /** Any call to a service. */
    ObjectNode any(String service) {
        return call(examples.of(service).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no example for " + service)));
    }

    private ObjectNode call(String service, String name) {
        return call(examples.find(service, name + ".request.json")
                .orElseThrow(() -> new IllegalStateException("no example " + name)));
    }

    private static ObjectNode call(Example example) {
        String body = new String(example.body(), StandardCharsets.UTF_8);
        String patient =
                Answer.JSON.readTree(body).path("context").path("patientId").asString("");
        return (ObjectNode) Answer.JSON.readTree(patient.isEmpty() ? body : body.replace(patient, PATIENT));
    }
}
