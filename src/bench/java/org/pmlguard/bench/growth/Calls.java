package org.pmlguard.bench.growth;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.pmlguard.bench.SampleCalls;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Calls of any size: so many resources in the chart, so many orders. */
final class Calls {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int ALL_SORTS = 60_000;

    private final LocalDate today;

    Calls(LocalDate today) {
        this.today = today;
    }

    /** One order of natalizumab and a chart of so many resources of all sorts, each with an id of its own. */
    byte[] ofChart(int resources) {
        ObjectNode call = call();
        ObjectNode prefetch = (ObjectNode) call.get("prefetch");
        List<Row> rows = new ArrayList<>();
        prefetch.forEachEntry((key, bundle) ->
                bundle.path("entry").forEach(entry -> rows.add(new Row(key, (ObjectNode) entry.get("resource")))));
        prefetch.forEach(bundle -> ((ArrayNode) bundle.get("entry")).removeAll());
        for (int i = 0; i < resources; i++) {
            // Strides over the rows, so that a small chart has all sorts too.
            Row row = rows.get((int) (i * 37L % rows.size()));
            ObjectNode copy = row.resource.deepCopy();
            copy.put("id", copy.path("id").asString("r") + "-" + i);
            ((ArrayNode) prefetch.get(row.key).get("entry")).addObject().set("resource", copy);
        }
        return bytes(call);
    }

    private record Row(String key, ObjectNode resource) {}

    /** Orders of these drugs, by name, and a chart of 20 kB. */
    byte[] ofOrders(List<String> drugs) {
        ObjectNode call = (ObjectNode) JSON.readTree(SampleCalls.watched(20_000, today));
        ArrayNode entries = (ArrayNode) call.at("/context/draftOrders/entry");
        JsonNode first = entries.get(0).get("resource");
        entries.removeAll();
        for (int i = 0; i < drugs.size(); i++) {
            ObjectNode order = (ObjectNode) first.deepCopy();
            order.put("id", "draft-" + i);
            order.putObject("medicationCodeableConcept").put("text", drugs.get(i));
            entries.addObject().set("resource", order);
        }
        return bytes(call);
    }

    private ObjectNode call() {
        return (ObjectNode) JSON.readTree(SampleCalls.watched(ALL_SORTS, today));
    }

    private static byte[] bytes(ObjectNode call) {
        return call.toString().getBytes(StandardCharsets.UTF_8);
    }
}
