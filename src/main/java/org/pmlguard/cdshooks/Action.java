package org.pmlguard.cdshooks;

import java.util.regex.Pattern;

/** A change to the patient's record, proposed in a suggestion or made as a system action (2.0.1, Action). */
public sealed interface Action {

    /** What it does, for the user to read; never blank. */
    String description();

    /**
     * Adds a resource.
     *
     * @param resource the new resource
     */
    record Create(String description, FhirJson resource) implements Action {
        public Create {
            Rules.text("action.description", description);
        }
    }

    /**
     * Replaces a resource.
     *
     * @param resource the whole of it, with the id it has
     */
    record Update(String description, FhirJson resource) implements Action {
        public Update {
            Rules.text("action.description", description);
            Rules.require(!resource.id().isBlank(), "An update must name the id of its resource");
        }
    }

    /**
     * Takes a resource away.
     *
     * @param resourceId its relative reference, {@code MedicationRequest/abc}
     */
    record Delete(String description, String resourceId) implements Action {

        private static final Pattern RELATIVE = Pattern.compile("[A-Za-z]+/\\S+");

        public Delete {
            Rules.text("action.description", description);
            Rules.require(
                    RELATIVE.matcher(resourceId).matches(), "action.resourceId must be a relative reference Type/id");
        }
    }
}
