package org.pmlguard.fhir;

import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How the R4 draft of a test order reads in another version of FHIR. */
record Dialect(Consumer<ObjectNode> translation) {

    static Dialect of(FhirVersion version) {
        return switch (version) {
            case DSTU2 -> new Dialect(Dialect::toDiagnosticOrder);
            case STU3 -> new Dialect(order -> order.put("resourceType", "ProcedureRequest"));
            case R4, R4B -> new Dialect(order -> {});
            case R5 -> new Dialect(Dialect::toR5);
        };
    }

    /** The order in this version; it is changed in place. */
    ObjectNode say(ObjectNode order) {
        translation.accept(order);
        return order;
    }

    /** DSTU2 orders several tests at once, and dates them by the event of writing. */
    private static void toDiagnosticOrder(ObjectNode order) {
        order.put("resourceType", "DiagnosticOrder");
        order.remove("intent");
        order.putArray("item").addObject().set("code", order.remove("code"));
        order.putArray("event").addObject().put("status", "draft").set("dateTime", order.remove("authoredOn"));
        rename(order, "reasonCode", "reason");
    }

    /** In R5 what is ordered, and why, may also be a reference, so concepts stand one level deeper. */
    private static void toR5(ObjectNode order) {
        JsonNode code = order.remove("code");
        order.putObject("code").set("concept", code);
        rename(order, "reasonCode", "reason");
        order.path("reason").forEach(reason -> {
            ObjectNode concept = ((ObjectNode) reason).deepCopy();
            ((ObjectNode) reason).removeAll();
            ((ObjectNode) reason).set("concept", concept);
        });
    }

    private static void rename(ObjectNode order, String name, String other) {
        if (order.has(name)) {
            order.set(other, order.remove(name));
        }
    }
}
