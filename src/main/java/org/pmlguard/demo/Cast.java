package org.pmlguard.demo;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The named patients of the demo, in the order they are shown. */
record Cast(List<Role> patients) {

    Cast {
        patients = List.copyOf(patients);
    }

    /**
     * One patient.
     *
     * @param id the name of the file in {@code fhir-profiles/examples}, and the FHIR id
     * @param story what a colleague would say of them in a line
     * @param order the id of the product in the {@link Formulary} that makes the story
     * @param brokenLabFeed whether the laboratory results cannot be read
     */
    record Role(String id, String name, String story, String order, boolean brokenLabFeed) {}

    static Cast shipped() {
        return Yaml.read("/demo/patients.yaml", Cast.class);
    }

    List<String> ids() {
        return patients.stream().map(Role::id).toList();
    }

    Set<String> withBrokenLabFeed() {
        return patients.stream().filter(Role::brokenLabFeed).map(Role::id).collect(Collectors.toUnmodifiableSet());
    }
}
