package org.pmlguard.hook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A patient with one order, to be sent to the server as a call and to the replay as lines.
 *
 * @param rows everything on file
 */
record PastPatient(String id, ObjectNode order, List<JsonNode> rows) {

    static final List<String> TYPES = List.of(
            "Condition",
            "Observation",
            "MedicationRequest",
            "MedicationStatement",
            "MedicationAdministration",
            "Procedure");

    private static final List<String> DRUGS = List.of(
            "natalizumab",
            "rituximab",
            "dimethyl fumarate",
            "fingolimod",
            "azathioprine",
            "tacrolimus",
            "mycophenolate mofetil",
            "prednisone",
            "IVIG",
            "lisinopril");
    private static final List<String> DISEASES = List.of(
            "Multiple sclerosis",
            "Progressive multifocal leukoencephalopathy",
            "HIV infection",
            "Chronic lymphocytic leukemia",
            "Crohn's disease",
            "Hemiparesis",
            "Hypertension");

    /** A patient of the examples who is ordered a drug, under an id of its own for each drug. */
    static PastPatient named(LocalDate today, String name, String rxnorm, String display) {
        String id = name + "-" + rxnorm;
        List<JsonNode> rows = NamedPatient.on(today, name).resources().stream()
                .map(row -> Requests.JSON.readTree(row.toString().replace("Patient/" + name, "Patient/" + id)))
                .toList();
        ObjectNode order = Requests.order(id, rxnorm, display);
        order.put("id", "order-" + id).put("authoredOn", today.toString());
        return new PastPatient(id, order, rows);
    }

    /** A patient nobody would think of. */
    static PastPatient random(LocalDate today, long seed) {
        Random random = new Random(seed);
        String id = "random-" + seed;
        ObjectNode order = row("MedicationRequest", "order-" + id, id);
        order.put("status", "draft").put("intent", "order").put("authoredOn", today.toString());
        order.putObject("medicationCodeableConcept").put("text", one(DRUGS, random));
        List<JsonNode> rows = new ArrayList<>();
        for (int number = random.nextInt(14); number > 0; number--) {
            rows.add(row(random, today, id, number));
        }
        return new PastPatient(id, order, rows);
    }

    private static JsonNode row(Random random, LocalDate today, String patient, int number) {
        String type = one(TYPES, random);
        String day = today.minusDays(1 + random.nextInt(1500)).toString();
        ObjectNode row = row(type, type.substring(0, 3) + number, patient);
        switch (type) {
            case "Condition" -> row.put("onsetDateTime", day).putObject("code").put("text", one(DISEASES, random));
            case "Procedure" ->
                row.put("status", "completed")
                        .put("performedDateTime", day)
                        .putObject("code")
                        .put("text", one(List.of("MRI brain", "Plasma exchange"), random));
            case "Observation" -> observation(row.put("status", "final").put("effectiveDateTime", day), random);
            default -> {
                row.put("status", one(List.of("active", "completed", "stopped"), random))
                        .put("intent", "order")
                        .put(type.equals("MedicationRequest") ? "authoredOn" : "effectiveDateTime", day);
                row.putObject("medicationCodeableConcept").put("text", one(DRUGS, random));
            }
        }
        return row;
    }

    private static void observation(ObjectNode row, Random random) {
        boolean isIndex = random.nextBoolean();
        row.putObject("code").put("text", isIndex ? "JCV antibody index" : "Absolute lymphocyte count");
        row.putObject("valueQuantity")
                .put("value", BigDecimal.valueOf(random.nextInt(300), 2))
                .put("unit", isIndex ? "index" : "10*9/L");
    }

    private static ObjectNode row(String type, String id, String patient) {
        ObjectNode row = Requests.JSON.createObjectNode();
        row.put("resourceType", type).put("id", id);
        row.putObject("subject").put("reference", "Patient/" + patient);
        return row;
    }

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    /** The call an EHR makes when the order is signed, with everything sent along. */
    ObjectNode call() {
        return Requests.withPrefetch(Requests.call("order-sign", id, order), new NamedPatient(id, rows));
    }

    /** What an export holds of the patient, long after. */
    Stream<JsonNode> exported() {
        return Stream.concat(rows.stream(), Stream.of(order.deepCopy().put("status", "completed")));
    }
}
