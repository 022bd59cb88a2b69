package org.pmlguard.knowledge.drug;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A drug that PML Guard knows.
 *
 * @param name the international nonproprietary name, lower case
 * @param groups the classes rules speak of, {@code fumarate}
 * @param carryOver how long after the last dose its effect still counts
 * @param label where the US or EU label speaks of PML; empty if it does not
 * @param evidence citations for the tier
 */
public record Drug(
        String id,
        String name,
        Tier tier,
        Set<String> groups,
        Optional<Period> carryOver,
        String label,
        List<String> evidence) {

    public Drug {
        groups = Set.copyOf(groups);
        evidence = List.copyOf(evidence);
    }

    /** Whether this is a product of a drug that is also known bare: cladribine (Mavenclad) of cladribine. */
    boolean isFormOf(Drug bare) {
        return name.startsWith(bare.name() + " ");
    }

    /** Its id names it; hashing the rest would only cost time. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Drug drug && id.equals(drug.id());
    }

    /** As it begins a sentence. */
    public String capitalised() {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
