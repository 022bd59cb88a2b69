package org.pmlguard.fhir;

import static org.pmlguard.fhir.FhirVersion.DSTU2;
import static org.pmlguard.fhir.FhirVersion.R4;
import static org.pmlguard.fhir.FhirVersion.R4B;
import static org.pmlguard.fhir.FhirVersion.R5;
import static org.pmlguard.fhir.FhirVersion.STU3;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pmlguard.cdshooks.Call;
import org.pmlguard.cdshooks.Context;
import org.pmlguard.cdshooks.Draft;
import org.pmlguard.cdshooks.FhirAccess;
import tools.jackson.databind.JsonNode;

/**
 * Which version of FHIR a caller speaks. No call says it, so it is told by what is there: each sign leaves only the versions
 * that know it. The orders are believed before what came with them, shapes before addresses; a sign that contradicts all
 * that was believed before is passed over.
 */
final class VersionSigns {

    /** A few rows show what there is to show. */
    static final int MOST_ROWS = 20;

    private static final Set<FhirVersion> OLD = EnumSet.of(DSTU2, STU3);
    private static final Set<FhirVersion> NEW = EnumSet.of(R4, R4B, R5);
    private static final Set<FhirVersion> BEFORE_R5 = EnumSet.of(DSTU2, STU3, R4, R4B);

    /** Where several are left: the one most in use. R4B differs from R4 in nothing we read or write. */
    private static final List<FhirVersion> LIKELY = List.of(R4, STU3, DSTU2, R5, R4B);

    /** The kinds of resources that say something of a medicine, in any version. */
    private static final String MEDICATIONS = "MedicationRequest|MedicationOrder|MedicationPrescription"
            + "|MedicationStatement|MedicationUsage|MedicationAdministration|MedicationDispense";

    private record Sign(Set<String> types, Predicate<JsonNode> seen, Set<FhirVersion> versions) {

        Sign(String types, Predicate<JsonNode> seen, Set<FhirVersion> versions) {
            this(Set.of(types.split("\\|", -1)), seen, versions);
        }

        /** Whether it could leave some of these versions and not all. */
        boolean decidesAmong(Set<FhirVersion> left) {
            return !versions.containsAll(left) && !Collections.disjoint(versions, left);
        }

        boolean isOn(JsonNode resource) {
            return types.contains(resource.path("resourceType").asString("")) && seen.test(resource);
        }
    }

    private static final List<Sign> SIGNS = List.of(
            type("MedicationOrder|MedicationPrescription|DiagnosticOrder|Conformance", EnumSet.of(DSTU2)),
            type("ProcedureRequest|ReferralRequest", OLD),
            type("ServiceRequest", NEW),
            type("MedicationRequest|CapabilityStatement", EnumSet.of(STU3, R4, R4B, R5)),
            any(MEDICATIONS, EnumSet.of(R5), "medication.concept", "medication.reference.reference"),
            any(MEDICATIONS, BEFORE_R5, "medicationCodeableConcept", "medicationReference"),
            any("MedicationRequest", NEW, "dosageInstruction.doseAndRate", "encounter", "requester.reference"),
            any("MedicationRequest", EnumSet.of(STU3), "context", "requester.agent"),
            any("MedicationRequest|Condition", EnumSet.of(R5), "reason.concept", "participant"),
            any("Condition|MedicationStatement|MedicationAdministration", EnumSet.of(DSTU2), "patient"),
            any("MedicationStatement|MedicationAdministration", EnumSet.of(STU3, R4, R4B, R5), "subject"),
            any("Condition", EnumSet.of(DSTU2), "dateRecorded"),
            any("Condition", EnumSet.of(STU3), "assertedDate"),
            any("Condition", NEW, "recordedDate", "clinicalStatus.coding", "verificationStatus.coding"),
            new Sign("Condition", row -> row.path("clinicalStatus").isString(), OLD),
            any("MedicationStatement", EnumSet.of(STU3), "taken"),
            any("MedicationAdministration", EnumSet.of(DSTU2), "effectiveTimeDateTime", "effectiveTimePeriod"),
            any("MedicationAdministration", EnumSet.of(STU3, R4, R4B), "effectiveDateTime", "effectivePeriod"),
            any("MedicationAdministration", EnumSet.of(R5), "occurenceDateTime", "occurencePeriod"),
            any("Procedure", BEFORE_R5, "performedDateTime", "performedPeriod"),
            any("Procedure", EnumSet.of(R5), "occurrenceDateTime", "occurrencePeriod"),
            any("Observation", EnumSet.of(STU3), "context", "comment"),
            new Sign("Observation", row -> row.path("category").isObject(), EnumSet.of(DSTU2)),
            new Sign("Observation", row -> row.path("category").isArray(), EnumSet.of(STU3, R4, R4B, R5)));

    private static final Fact PLAIN_DOSE = Fact.at("dosageInstruction.doseQuantity");

    private static final Pattern IN_ADDRESS =
            Pattern.compile("(?<![a-z0-9])(?:base)?(dstu2|stu3|dstu3|r2|r3|r4b|r4|r5)(?![a-z0-9])");

    private final Set<FhirVersion> left = EnumSet.allOf(FhirVersion.class);
    /** The signs that still decide something: soon there are none, and the rest of the chart is passed by. */
    private List<Sign> useful = SIGNS;

    private VersionSigns() {}

    /** @param more rows that were read for the call */
    static FhirVersion of(Call call, List<JsonNode> more) {
        VersionSigns signs = new VersionSigns();
        List<JsonNode> orders = orders(call);
        orders.forEach(signs::look);
        Stream.concat(call.prefetch().everything(), more.stream())
                .limit(MOST_ROWS)
                .forEach(signs::look);
        call.fhir().map(FhirAccess::server).ifPresent(signs::lookAtAddress);
        if (orders.stream().anyMatch(order -> isLikeStu3(order, call))) {
            signs.leave(EnumSet.of(STU3));
        }
        return LIKELY.stream().filter(signs.left::contains).findFirst().orElse(R4);
    }

    private static List<JsonNode> orders(Call call) {
        return call.context() instanceof Context.Orders orders
                ? orders.bundle().stream().limit(MOST_ROWS).map(Draft::resource).toList()
                : List.of();
    }

    /**
     * A plain dose is a habit of careless R4 clients too; with a single category, or under a hook that is older than R4, it is
     * what STU3 asks for.
     */
    private static boolean isLikeStu3(JsonNode order, Call call) {
        return PLAIN_DOSE.isIn(order)
                && (order.path("category").isObject() || call.context() instanceof Context.MedicationPrescribe);
    }

    private void look(JsonNode resource) {
        if (left.size() == 1) {
            return;
        }
        String stated = resource.path("fhirVersion").asString("");
        if (!stated.isEmpty()) {
            leave(stated(stated));
        }
        for (Sign sign : useful) {
            if (sign.isOn(resource)) {
                leave(sign.versions());
            }
        }
    }

    private void leave(Set<FhirVersion> versions) {
        Set<FhirVersion> both = EnumSet.copyOf(left);
        both.retainAll(versions);
        if (!both.isEmpty() && left.retainAll(both)) {
            useful = SIGNS.stream().filter(sign -> sign.decidesAmong(left)).toList();
        }
    }

    /** What a CapabilityStatement says of its server. */
    private static Set<FhirVersion> stated(String version) {
        return switch (version.substring(0, Math.min(3, version.length()))) {
            case "1.0" -> EnumSet.of(DSTU2);
            case "3.0" -> EnumSet.of(STU3);
            case "4.0" -> EnumSet.of(R4);
            case "4.1", "4.3" -> EnumSet.of(R4B);
            case "5.0" -> EnumSet.of(R5);
            default -> EnumSet.allOf(FhirVersion.class);
        };
    }

    private void lookAtAddress(String address) {
        Matcher name = IN_ADDRESS.matcher(address.toLowerCase(Locale.ROOT));
        if (name.find()) {
            leave(
                    switch (name.group(1)) {
                        case "dstu2", "r2" -> EnumSet.of(DSTU2);
                        case "stu3", "dstu3", "r3" -> EnumSet.of(STU3);
                        case "r4" -> EnumSet.of(R4);
                        case "r4b" -> EnumSet.of(R4B);
                        default -> EnumSet.of(R5);
                    });
        }
    }

    private static Sign type(String types, Set<FhirVersion> versions) {
        return new Sign(types, resource -> true, versions);
    }

    private static Sign any(String types, Set<FhirVersion> versions, String... paths) {
        Fact fact = Fact.at(paths);
        return new Sign(types, fact::isIn, versions);
    }
}
