package org.pmlguard.knowledge.rule;

import java.util.Optional;

/**
 * Something a prescriber can do now.
 *
 * @param consider how the card says it, beginning with a verb
 * @param proposal what one click would do, where a click can do it
 */
public record Advice(String id, String consider, Optional<Proposal> proposal) {

    /** What one click would do. */
    public sealed interface Proposal {

        /** The button's words. */
        String label();

        /** Create an order for a test. */
        record OrderTest(String label, String test) implements Proposal {}

        /** Take the drug order away. */
        record RemoveOrder(String label) implements Proposal {}
    }
}
