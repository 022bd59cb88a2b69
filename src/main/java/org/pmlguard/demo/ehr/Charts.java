package org.pmlguard.demo.ehr;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;

/** The charts of the named patients in {@code fhir-profiles/examples}, as of a day. */
final class Charts {

    private final FhirContext fhir;
    private final List<String> patients;
    private final List<Shelf<? extends Resource>> shelves;

    Charts(FhirContext fhir, List<String> patients, Set<String> brokenFeeds) {
        this.fhir = fhir;
        this.patients = List.copyOf(patients);
        LabFeed feed = new LabFeed(brokenFeeds);
        this.shelves = List.of(
                new Shelf<>(Patient.class, feed),
                new Shelf<>(Condition.class, feed),
                new Shelf<>(Observation.class, feed),
                new Shelf<>(MedicationRequest.class, feed),
                new Shelf<>(MedicationStatement.class, feed),
                new Shelf<>(MedicationAdministration.class, feed),
                new Shelf<>(Procedure.class, feed),
                new Shelf<>(ServiceRequest.class, feed));
    }

    List<Shelf<? extends Resource>> shelves() {
        return shelves;
    }

    /** Puts every chart back to how it is told, with the dates of a day. */
    void open(LocalDate today) {
        List<Resource> all =
                patients.stream().flatMap(id -> chart(id, today).stream()).toList();
        shelves.forEach(shelf -> shelf.fill(all.stream()));
    }

    private List<Resource> chart(String patient, LocalDate today) {
        String bundle = DayTokens.resolved(text("/fhir-profiles/examples/" + patient + ".json"), today);
        return fhir.newJsonParser().parseResource(Bundle.class, bundle).getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .toList();
    }

    private static String text(String path) {
        try (InputStream file = Charts.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("no patient at " + path);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
