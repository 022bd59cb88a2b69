package org.pmlguard.replay;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * An export of so many resources, invented from a seed: twenty for each patient, by type and never by patient. One order in
 * seven is for a watched drug; one line in a thousand is spoiled.
 */
final class Population {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 700;
    private static final int SPOILED = 1000;
    private static final List<String> DRUGS = List.of(
            "603541,natalizumab",
            "617993,amoxicillin",
            "314076,lisinopril",
            "860975,metformin",
            "197361,amlodipine",
            "310965,ibuprofen",
            "198440,acetaminophen");
    private static final List<String> DISEASES =
            List.of("24700007,Multiple sclerosis", "38341003,Hypertension", "44054006,Type 2 diabetes");
    private static final List<String> TESTS =
            List.of("100977-8,index,2", "731-0,10*3/uL,3", "718-7,g/dL,15", "2951-2,mmol/L,140");

    private final Random random;
    private final int patients;
    private final Map<String, BufferedWriter> files = new LinkedHashMap<>();
    private long lines;
    private long spoiled;
    private long orders;

    Population(long seed, int resources) {
        this.random = new Random(seed);
        this.patients = resources / 20;
    }

    long lines() {
        return lines;
    }

    long spoiled() {
        return spoiled;
    }

    /** How many orders stand in lines that can be read. */
    long orders() {
        return orders;
    }

    /** Writes all of it, one file for each type. A patient's rows lie far apart. */
    void write(Path folder) throws IOException {
        try {
            for (int round = 0; round < 20; round++) {
                for (int patient = 0; patient < patients; patient++) {
                    row(folder, round, (int) ((patient * 7919L + round * 31L) % patients));
                }
            }
        } finally {
            for (BufferedWriter file : files.values()) {
                file.close();
            }
        }
    }

    private void row(Path folder, int round, int patient) throws IOException {
        switch (round) {
            case 0 -> line(folder, "Condition", condition(patient, round), false);
            case 1, 2, 3 -> line(folder, "MedicationRequest", order(patient, round), true);
            case 4 -> line(folder, "MedicationAdministration", given(patient, round), false);
            case 5 -> line(folder, "MedicationStatement", stated(patient, round), false);
            case 6 -> line(folder, "Procedure", procedure(patient, round), false);
            case 7 -> line(folder, "Encounter", encounter(patient, round), false);
            default -> line(folder, "Observation", observation(patient, round), false);
        }
    }

    private void line(Path folder, String type, String json, boolean isOrder) throws IOException {
        BufferedWriter file = files.get(type);
        if (file == null) {
            file = Files.newBufferedWriter(folder.resolve(type + ".ndjson"));
            files.put(type, file);
        }
        lines++;
        boolean isSpoiled = random.nextInt(SPOILED) == 0;
        spoiled += isSpoiled ? 1 : 0;
        orders += isOrder && !isSpoiled ? 1 : 0;
        file.write(isSpoiled ? json.substring(0, json.length() - 2) : json);
        file.write('\n');
    }

    private String head(String type, int patient, int round) {
        return "{\"resourceType\":\"" + type + "\",\"id\":\"" + type.charAt(0) + patient + "-" + round
                + "\",\"meta\":{\"profile\":[\"http://hl7.org/fhir/us/core/StructureDefinition/us-core-" + type
                + "\"]},\"subject\":{\"reference\":\"Patient/p" + patient + "\"},";
    }

    private static String code(String name, String system, String of) {
        String[] parts = of.split(",", -1);
        return "\"" + name + "\":{\"coding\":[{\"system\":\"" + system + "\",\"code\":\"" + parts[0]
                + "\",\"display\":\"" + parts[1] + "\"}],\"text\":\"" + parts[1] + "\"}";
    }

    private String day() {
        return FIRST.plusDays(random.nextInt(DAYS)) + "T08:00:00+01:00";
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String drug() {
        return code("medicationCodeableConcept", "http://www.nlm.nih.gov/research/umls/rxnorm", one(DRUGS));
    }

    private String condition(int patient, int round) {
        return head("Condition", patient, round) + "\"recordedDate\":\"" + day() + "\","
                + code("code", "http://snomed.info/sct", one(DISEASES)) + "}";
    }

    private String order(int patient, int round) {
        return head("MedicationRequest", patient, round)
                + "\"status\":\"completed\",\"intent\":\"order\",\"authoredOn\":\"" + day()
                + "\",\"encounter\":{\"reference\":\"Encounter/E" + patient + "-7\"}," + drug() + "}";
    }

    private String given(int patient, int round) {
        return head("MedicationAdministration", patient, round) + "\"status\":\"completed\",\"effectiveDateTime\":\""
                + day() + "\"," + drug() + "}";
    }

    private String stated(int patient, int round) {
        return head("MedicationStatement", patient, round) + "\"status\":\"active\",\"dateAsserted\":\"" + day() + "\","
                + drug() + "}";
    }

    private String procedure(int patient, int round) {
        return head("Procedure", patient, round) + "\"status\":\"completed\",\"performedDateTime\":\"" + day() + "\","
                + code("code", "http://snomed.info/sct", "816077007,MRI of brain") + "}";
    }

    private String encounter(int patient, int round) {
        return head("Encounter", patient, round)
                + "\"status\":\"finished\",\"serviceProvider\":{\"reference\":\"Organization/" + patient % 12
                + "\",\"display\":\"Clinic " + patient % 12 + "\"}}";
    }

    private String observation(int patient, int round) {
        String[] test = one(TESTS).split(",", -1);
        double value = Math.round(random.nextDouble() * Double.parseDouble(test[2]) * 100) / 100.0;
        return head("Observation", patient, round) + "\"status\":\"final\",\"effectiveDateTime\":\"" + day()
                + "\",\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"" + test[0]
                + "\"}]},\"valueQuantity\":{\"value\":" + value + ",\"unit\":\"" + test[1]
                + "\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"" + test[1] + "\"}}";
    }
}
