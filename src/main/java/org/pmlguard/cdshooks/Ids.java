package org.pmlguard.cdshooks;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whom a call is about and who makes it: the three ids nearly every hook's context holds.
 *
 * @param patientId the patient's FHIR id, without its type
 * @param encounterId the encounter's FHIR id, without its type
 * @param userId the user as the caller wrote it, normally {@code Type/id}
 */
public record Ids(Optional<String> patientId, Optional<String> encounterId, Optional<String> userId) {

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z]+/[^/]+");

    /** The bare id of the user, if the user is a resource of that type. */
    Optional<String> user(String type) {
        return userId.filter(Ids::isReference)
                .filter(reference -> reference.startsWith(type + "/"))
                .map(reference -> reference.substring(type.length() + 1));
    }

    static boolean isReference(String text) {
        return REFERENCE.matcher(text).matches();
    }

    /**
     * Takes the type away from {@code Patient/123} or {@code https://ehr.example/Patient/123}, which some clients send
     * for an id.
     */
    static Optional<String> bare(String type, String id) {
        int typed = ("/" + id).lastIndexOf("/" + type + "/");
        String bare = typed < 0 ? id : id.substring(typed + type.length() + 1);
        return Optional.of(bare).filter(text -> !text.isBlank());
    }

    /** Names nobody: ids of patients do not belong in a log. */
    @Override
    public String toString() {
        return "Ids[***]";
    }
}
