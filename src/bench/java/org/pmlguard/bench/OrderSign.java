package org.pmlguard.bench;

import java.time.LocalDate;
import tools.jackson.databind.node.ObjectNode;

/** A call of the order-sign hook. Every date in it is counted from the day of the run: the answer never changes. */
final class OrderSign {

    /** What a call with the least chart takes, in bytes. */
    private static final int LEAST = 2_000;

    private OrderSign() {}

    /** The body of a call that carries the chart, of about 2 kB with the least chart, or of at least the given size. */
    static String body(Prescription prescription, int size, LocalDate today) {
        ObjectNode call = call(prescription.on(today));
        int chart = size - call.toString().length();
        return with(size <= LEAST ? Prefetched.least(today) : grown(chart, today), call);
    }

    /** A chart of so many characters or a little more. */
    static Prefetched grown(int size, LocalDate today) {
        Prefetched chart = Prefetched.whole(today);
        while (chart.toJson().toString().length() < size) {
            chart.grow();
        }
        return chart;
    }

    /** The body of a call without a chart, which is to be fetched from there. */
    static String body(Prescription prescription, String fhirServer, LocalDate today) {
        ObjectNode call = call(prescription.on(today)).put("fhirServer", fhirServer);
        call.set("fhirAuthorization", Json.object("""
                {'access_token': 'bench', 'token_type': 'Bearer', 'expires_in': 300, 'scope': 'patient/*.read', 'subject': 'pml-guard'}
                """));
        return call.toString();
    }

    private static String with(Prefetched chart, ObjectNode call) {
        call.set("prefetch", chart.toJson());
        return call.toString();
    }

    private static ObjectNode call(ObjectNode draft) {
        ObjectNode call = Json.object("""
                {'hook': 'order-sign', 'hookInstance': 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea',
                 'context': {'userId': 'Practitioner/bench-neurologist', 'patientId': 'bench-0000000',
                     'encounterId': 'bench-visit',
                     'draftOrders': {'resourceType': 'Bundle', 'type': 'collection', 'entry': [{}]}}}
                """);
        ((ObjectNode) call.at("/context/draftOrders/entry/0")).set("resource", draft);
        return call;
    }
}
