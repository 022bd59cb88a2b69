package org.pmlguard.bench;

import java.time.LocalDate;
import tools.jackson.databind.node.ObjectNode;

/** A call of the order-sign hook. Every date in it is counted from the day of the run: the answer never changes. */
final class OrderSign {

    private OrderSign() {}

    /** The body of a call that carries the whole chart, of at least the given size. */
    static String body(Prescription prescription, int size, LocalDate today) {
        Prefetched chart = new Prefetched(today);
        ObjectNode call = call(prescription.on(today));
        String body = with(chart, call);
        while (body.length() < size) {
            chart.grow();
            body = with(chart, call);
        }
        return body;
    }

    private static String with(Prefetched chart, ObjectNode call) {
        call.set("prefetch", chart.toJson());
        return call.toString();
    }

    private static ObjectNode call(ObjectNode draft) {
        ObjectNode call = Json.object("""
                {'hook': 'order-sign', 'hookInstance': 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea',
                 'context': {'userId': 'Practitioner/bench-neurologist', 'patientId': 'bench-00000',
                     'encounterId': 'bench-visit',
                     'draftOrders': {'resourceType': 'Bundle', 'type': 'collection', 'entry': [{}]}}}
                """);
        ((ObjectNode) call.at("/context/draftOrders/entry/0")).set("resource", draft);
        return call;
    }
}
