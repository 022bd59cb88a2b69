package org.pmlguard.fhir;

import java.time.Instant;
import org.pmlguard.cdshooks.FhirJson;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A task for a pharmacist to look at an order, as the EHR keeps tasks. What it says is the same from STU3 to R5.
 *
 * @param patientId the patient's FHIR id, without its type
 * @param what to look at, in one line
 * @param isUrgent whether before anything else
 * @param written when it is proposed
 */
public record ReviewTask(String patientId, String what, boolean isUrgent, Instant written) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The resource. */
    public FhirJson toFhir() {
        ObjectNode task = JSON.createObjectNode();
        task.put("resourceType", "Task");
        task.put("status", "requested");
        task.put("intent", "proposal");
        task.put("priority", isUrgent ? "urgent" : "routine");
        task.putObject("code").put("text", "Pharmacist's review: PML risk");
        task.put("description", what);
        task.putObject("for").put("reference", "Patient/" + patientId);
        task.put("authoredOn", written.toString());
        return new FhirJson(task);
    }

    @Override
    public String toString() {
        return "ReviewTask[]";
    }
}
