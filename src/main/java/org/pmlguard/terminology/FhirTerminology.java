package org.pmlguard.terminology;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pmlguard.clinical.CodeSystem;
import org.pmlguard.clinical.Coding;
import org.pmlguard.terminology.Door.Reply;
import tools.jackson.databind.JsonNode;

/**
 * A FHIR terminology server, asked with {@code CodeSystem/$lookup}: the display and the designations of a code name the
 * drug. Subsumption would not help, RxNorm has no is-a from a product to its ingredient.
 */
record FhirTerminology(Door door) implements Dictionary {

    private static final String FHIR_JSON = "application/fhir+json";
    private static final Set<Integer> UNKNOWN = Set.of(400, 404, 422);

    /** What a code of the system looks like; anything else stays here, it might be more than a code. */
    private static final Map<CodeSystem, Pattern> FORMS = Map.of(
            CodeSystem.RXNORM, Pattern.compile("[1-9][0-9]{0,7}"),
            CodeSystem.NDC, Pattern.compile("[0-9]{10,11}|[0-9]{4,5}-[0-9]{3,4}-[0-9]{1,2}"),
            CodeSystem.ATC, Pattern.compile("[A-Z][0-9]{2}[A-Z]{2}[0-9]{2}"),
            CodeSystem.UNII, Pattern.compile("[A-Z0-9]{10}"),
            CodeSystem.HCPCS, Pattern.compile("[A-Z][0-9]{4}"),
            CodeSystem.SNOMED, Pattern.compile("[1-9][0-9]{5,17}"));

    @Override
    public String name() {
        return "a terminology server";
    }

    @Override
    public boolean canBeAsked(Coding coding) {
        Pattern form = FORMS.get(coding.system());
        return form != null && form.matcher(coding.code()).matches();
    }

    @Override
    public Meaning meaning(Coding coding) {
        String system = URLEncoder.encode(coding.system().url(), StandardCharsets.UTF_8);
        Reply reply = door.get("/CodeSystem/$lookup?system=" + system + "&code=" + coding.code(), FHIR_JSON);
        String type = reply.tree().path("resourceType").asString("");
        if (reply.status() == 200 && type.equals("Parameters")) {
            return new Meaning(names(reply.tree()), List.of(), List.of());
        }
        if (UNKNOWN.contains(reply.status()) && type.equals("OperationOutcome")) {
            return Meaning.NONE;
        }
        throw new Unanswered("status " + reply.status());
    }

    private static List<String> names(JsonNode parameters) {
        Stream<String> display = values(parameters, "parameter", "display");
        Stream<String> designations = named(parameters, "parameter", "designation")
                .flatMap(designation -> values(designation, "part", "value"));
        return Limits.names(Stream.concat(display, designations).map(Limits::cut));
    }

    private static Stream<String> values(JsonNode parent, String list, String name) {
        return named(parent, list, name)
                .map(parameter -> parameter.path("valueString").asString(""));
    }

    private static Stream<JsonNode> named(JsonNode parent, String list, String name) {
        return parent.path(list)
                .valueStream()
                .filter(parameter -> parameter.path("name").asString("").equals(name));
    }
}
