package org.pmlguard.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The request and response pairs in {@code hooks/<service>/examples} are exactly what the server is asked and says, but for
 * the identifiers it draws. After a reviewed change of words: {@code mvn test -Dtest=GoldenPairsTest -Dgolden.update=true}.
 */
class GoldenPairsTest extends ServerTest {

    private static final Path HOOKS = Path.of("hooks");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");
    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
    private static final String DRAWN = "00000000-0000-4000-8000-000000000000";

    private record Drug(String code, String display) {}

    private static final Drug NATALIZUMAB = new Drug("603541", "15 ML natalizumab 20 MG/ML Injection [Tysabri]");
    private static final Drug FUMARATE = new Drug("1373491", "dimethyl fumarate 240 MG Delayed Release Oral Capsule");
    private static final Drug RITUXIMAB = new Drug("1657862", "10 ML rituximab 10 MG/ML Injection");
    private static final Drug FINGOLIMOD = new Drug("1012895", "fingolimod 0.5 MG Oral Capsule");
    private static final Drug AMOXICILLIN =
            new Drug("617993", "amoxicillin 120 MG/ML / clavulanate 8.58 MG/ML Suspension");

    /** Which patient is ordered what, for which service, by the name of the example. */
    private static Map<String, ObjectNode> requests() {
        Map<String, ObjectNode> requests = new TreeMap<>();
        requests.put("pml-order-sign/natalizumab-year-3-high-index", sign("nora-high-index", NATALIZUMAB));
        requests.put("pml-order-sign/natalizumab-no-jcv-test", sign("ben-no-jcv-test", NATALIZUMAB));
        requests.put("pml-order-sign/natalizumab-past-pml", sign("clara-past-pml", NATALIZUMAB));
        requests.put("pml-order-sign/natalizumab-with-azathioprine", sign("grace-crohn-azathioprine", NATALIZUMAB));
        requests.put("pml-order-sign/natalizumab-nothing-to-say", sign("emma-stable", NATALIZUMAB));
        requests.put("pml-order-sign/fumarate-lymphopenia", sign("david-lymphopenia-on-fumarate", FUMARATE));
        requests.put("pml-order-sign/fingolimod-jcv-dna-in-csf", sign("hugo-suspected-pml", FINGOLIMOD));
        requests.put("pml-order-sign/rituximab-cll", sign("frank-cll", RITUXIMAB));
        requests.put("pml-order-sign/natalizumab-nothing-sent", bare("order-sign", NATALIZUMAB));
        requests.put("pml-order-sign/amoxicillin", bare("order-sign", AMOXICILLIN));
        requests.put(
                "pml-order-select/natalizumab-year-3-high-index", full("order-select", "nora-high-index", NATALIZUMAB));
        requests.put("pml-order-select/amoxicillin", bare("order-select", AMOXICILLIN));
        requests.put(
                "pml-medication-prescribe/natalizumab-no-jcv-test",
                full("medication-prescribe", "ben-no-jcv-test", NATALIZUMAB));
        requests.putAll(otherOrders());
        requests.putAll(withoutOrders());
        return requests;
    }

    private static Map<String, ObjectNode> otherOrders() {
        Map<String, ObjectNode> requests = new TreeMap<>();
        requests.put(
                "pml-medication-refill/fumarate-lymphopenia",
                full("medication-refill", "david-lymphopenia-on-fumarate", FUMARATE));
        requests.put(
                "pml-medication-verify/natalizumab-past-pml", full("medication-verify", "clara-past-pml", NATALIZUMAB));
        requests.put("pml-medication-verify/amoxicillin", bare("medication-verify", AMOXICILLIN));
        requests.put("pml-order-dispatch/natalizumab-year-3-high-index", dispatched("nora-high-index"));
        requests.put(
                "pml-order-dispatch/order-not-sent",
                Requests.dispatch("nora-high-index", "MedicationRequest/signed-1"));
        requests.put("pml-order-dispatch/no-drug", Requests.dispatch("nora-high-index", "ServiceRequest/mri-brain"));
        requests.put("pml-order-sign/dstu2-natalizumab-no-jcv-test", inDstu2("ben-no-jcv-test"));
        return requests;
    }

    private static Map<String, ObjectNode> withoutOrders() {
        Map<String, ObjectNode> requests = new TreeMap<>();
        requests.put("pml-patient-view/natalizumab-year-3-high-index", opened("patient-view", "nora-high-index"));
        requests.put("pml-patient-view/natalizumab-nothing-to-say", opened("patient-view", "emma-stable"));
        requests.put("pml-patient-view/fumarate-lymphopenia", opened("patient-view", "david-lymphopenia-on-fumarate"));
        requests.put("pml-patient-view/natalizumab-no-jcv-test", opened("patient-view", "ben-no-jcv-test"));
        requests.put("pml-patient-view/no-watched-drug", opened("patient-view", "frank-cll"));
        requests.put("pml-patient-view/laboratory-not-sent", withoutLabs("emma-stable"));
        requests.put("pml-encounter-start/natalizumab-year-3-high-index", opened("encounter-start", "nora-high-index"));
        return requests;
    }

    private static ObjectNode opened(String hook, String patient) {
        return Requests.withPrefetch(Requests.opening(hook, patient), NamedPatient.on(TODAY, patient));
    }

    private static ObjectNode withoutLabs(String patient) {
        ObjectNode call = opened("patient-view", patient);
        ((ObjectNode) call.path("prefetch")).remove("labs");
        return call;
    }

    /** The order itself comes under a key of the EHR's own. */
    private static ObjectNode dispatched(String patient) {
        ObjectNode call = Requests.withPrefetch(
                Requests.dispatch(patient, "MedicationRequest/draft-1"), NamedPatient.on(TODAY, patient));
        ObjectNode order = Requests.order(patient, NATALIZUMAB.code(), NATALIZUMAB.display());
        ((ObjectNode) call.path("prefetch")).set("dispatched", order.put("status", "active"));
        return call;
    }

    private static ObjectNode inDstu2(String patient) {
        ObjectNode order = Requests.order(patient, NATALIZUMAB.code(), NATALIZUMAB.display());
        order.put("resourceType", "MedicationOrder").remove("intent");
        order.set("patient", order.remove("subject"));
        return Requests.withPrefetch(Requests.call("order-sign", patient, order), NamedPatient.on(TODAY, patient));
    }

    private static ObjectNode sign(String patient, Drug drug) {
        return full("order-sign", patient, drug);
    }

    private static ObjectNode full(String hook, String patient, Drug drug) {
        ObjectNode call = Requests.call(hook, patient, Requests.order(patient, drug.code(), drug.display()));
        return Requests.withPrefetch(call, NamedPatient.on(TODAY, patient));
    }

    private static ObjectNode bare(String hook, Drug drug) {
        return Requests.call(hook, "nora-high-index", Requests.order("nora-high-index", drug.code(), drug.display()));
    }

    @TestFactory
    Stream<DynamicTest> theServerSaysWhatTheExampleSays() {
        return requests().entrySet().stream()
                .map(example ->
                        DynamicTest.dynamicTest(example.getKey(), () -> check(example.getKey(), example.getValue())));
    }

    @Test
    void noExampleIsLeftUnreplayed() throws IOException {
        try (Stream<Path> files = Files.walk(HOOKS)) {
            assertThat(files.map(HOOKS::relativize).map(Path::toString).filter(file -> file.contains("/examples/")))
                    .allSatisfy(file -> assertThat(requests())
                            .containsKey(
                                    file.replace("/examples/", "/").replaceAll("\\.(request|response)\\.json$", "")));
        }
    }

    private void check(String name, ObjectNode request) throws IOException {
        String service = name.substring(0, name.indexOf('/'));
        Path folder = HOOKS.resolve(service).resolve("examples");
        String example = name.substring(name.indexOf('/') + 1);
        Path asked = folder.resolve(example + ".request.json");
        Path said = folder.resolve(example + ".response.json");
        if (UPDATE) {
            Files.createDirectories(folder);
            write(asked, request);
        }
        assertThat(read(asked)).isEqualTo(request);
        String answer = post(service, Files.readString(asked)).body().replaceAll(UUID, DRAWN);
        if (UPDATE) {
            write(said, Requests.JSON.readTree(answer));
        }
        assertThat(pretty(Requests.JSON.readTree(answer))).isEqualTo(Files.readString(said));
    }

    private static JsonNode read(Path file) throws IOException {
        return Requests.JSON.readTree(Files.readString(file));
    }

    private static void write(Path file, JsonNode content) throws IOException {
        Files.writeString(file, pretty(content));
    }

    private static String pretty(JsonNode content) {
        return content.toPrettyString() + "\n";
    }
}
