package org.pmlguard.fhir;

/**
 * The element names of DSTU1 to R5 for every fact we read. A new FHIR version is a name more in a line of this table.
 */
final class Facts {

    static final Fact PATIENT = Fact.at("subject", "patient");
    static final Fact STATUS = Fact.at("status");
    static final Fact CODE = Fact.at("code");

    static final Fact DRUG = Fact.at("medicationCodeableConcept", "medicationReference", "medication");
    static final Fact DRUG_CONCEPT = Fact.at("medicationCodeableConcept", "medication");
    static final Fact DRUG_REFERENCE = Fact.at("medicationReference", "medication.reference", "medication");
    static final Fact INGREDIENT = Fact.at("ingredient", "product.ingredient");
    static final Fact INGREDIENT_CONCEPT = Fact.at("itemCodeableConcept", "item");
    static final Fact INGREDIENT_REFERENCE = Fact.at("itemReference", "item.reference", "item");
    static final Fact FORM = Fact.at("form", "doseForm", "product.form");
    static final Fact ROUTE = Fact.at("dosageInstruction.route", "dosage.route");

    static final Fact PROHIBITED = Fact.at("doNotPerform", "prohibited");
    static final Fact NOT_USED = Fact.at("wasNotGiven", "notGiven", "wasNotTaken");
    static final Fact NOT_DONE = Fact.at("notPerformed", "notDone");
    static final Fact REASON_ENDED = Fact.at("reasonEnded", "dateEnded");
    static final Fact INTENT = Fact.at("intent");
    static final Fact TAKEN = Fact.at("taken");
    static final Fact ADHERENCE = Fact.at("adherence.code");
    static final Fact REASON =
            Fact.at("reasonCode", "reasonCodeableConcept", "reason", "reasonForUseCodeableConcept", "reasonGiven");
    static final Fact REASON_REFERENCE = Fact.at("reasonReference", "reasonForUseReference", "reason.reference");

    static final Fact USE_START = Fact.at(
            "effectivePeriod.start",
            "effectiveDateTime",
            "effectiveTimePeriod.start",
            "effectiveTimeDateTime",
            "occurencePeriod.start",
            "occurenceDateTime",
            "occurrencePeriod.start",
            "occurrenceDateTime",
            "whenGiven.start",
            "whenHandedOver",
            "effectiveDosePeriod.start",
            "dosageInstruction.timing.repeat.boundsPeriod.start",
            "dosage.timing.repeat.boundsPeriod.start",
            "dispenseRequest.validityPeriod.start",
            "authoredOn",
            "dateWritten",
            "dateAsserted");
    static final Fact USE_END = Fact.at(
            "effectivePeriod.end",
            "effectiveTimePeriod.end",
            "occurencePeriod.end",
            "occurrencePeriod.end",
            "whenGiven.end",
            "dateEnded",
            "effectiveDosePeriod.end",
            "dosageInstruction.timing.repeat.boundsPeriod.end",
            "dosage.timing.repeat.boundsPeriod.end",
            "dispenseRequest.validityPeriod.end");

    static final Fact DOSAGE = Fact.at("dosageInstruction", "dosage");
    static final Fact DOSE = Fact.at("doseAndRate.doseQuantity", "doseQuantity", "quantityQuantity", "quantity");
    static final Fact AS_NEEDED = Fact.at("asNeeded", "asNeededBoolean", "asNeededCodeableConcept", "asNeededFor");
    static final Fact TIMING_CODE = Fact.at("timing.code");
    static final Fact REPEAT = Fact.at("timing.repeat");
    static final Fact FREQUENCY = Fact.at("frequency");
    static final Fact PERIOD = Fact.at("period");
    static final Fact PERIOD_UNIT = Fact.at("periodUnit", "periodUnits", "units");
    static final Fact UNEVEN = Fact.at("frequencyMax", "periodMax", "dayOfWeek", "daysOfWeek", "when");
    static final Fact BOUNDS_DURATION = Fact.at("timing.repeat.boundsDuration", "timing.repeat.boundsQuantity");
    static final Fact BOUNDS_PERIOD = Fact.at("timing.repeat.boundsPeriod");
    static final Fact PLANNED_PERIOD = Fact.at("effectiveDosePeriod", "dispenseRequest.validityPeriod");
    static final Fact SUPPLY = Fact.at("dispenseRequest.expectedSupplyDuration", "dispense.expectedSupplyDuration");
    static final Fact REPEATS = Fact.at("dispenseRequest.numberOfRepeatsAllowed", "dispense.numberOfRepeatsAllowed");

    static final Fact CLINICAL_STATUS = Fact.at("clinicalStatus");
    static final Fact VERIFICATION = Fact.at("verificationStatus", "status");
    static final Fact ABATED = Fact.at(
            "abatementDateTime",
            "abatementDate",
            "abatementPeriod",
            "abatementAge",
            "abatementRange",
            "abatementString");
    static final Fact ABATED_PLAINLY = Fact.at("abatementBoolean");
    static final Fact ONSET = Fact.at("onsetDateTime", "onsetDate", "onsetPeriod.start");
    static final Fact RECORDED = Fact.at("recordedDate", "dateRecorded", "assertedDate", "dateAsserted");

    static final Fact TEST = Fact.at("code", "name");
    static final Fact TAKEN_ON = Fact.at(
            "effectiveDateTime",
            "effectivePeriod.start",
            "effectivePeriod.end",
            "effectiveInstant",
            "effectiveTiming.event",
            "appliesDateTime",
            "appliesPeriod.start",
            "issued");
    static final Fact DONE_ON = Fact.at(
            "performedDateTime",
            "performedPeriod.start",
            "performedPeriod.end",
            "occurrenceDateTime",
            "occurrencePeriod.start",
            "recorded");
    static final Fact COMPONENT = Fact.at("component");

    private Facts() {}
}
