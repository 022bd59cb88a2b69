package org.pmlguard.fhir;

import java.util.Optional;
import org.pmlguard.clinical.Gap;

/** The way out to the caller's FHIR server for one call. Nothing here throws: what cannot be had is {@link Fetched.Nothing}. */
public sealed interface Outbound permits Outbound.None, Ehr {

    /** What a query relative to the server's base gives: {@code Medication/7}, {@code Condition?patient=1}. */
    Fetched get(String query);

    /** What the first of these words gives that the server understands. */
    Told ask(Phrasings question);

    /** What an address gives that the server wrote itself, in a {@code next} link for instance. */
    Fetched follow(String address);

    /** The same way with half of the time that is left, so that something is left for what comes next. */
    Outbound hurried();

    /** Where the server's Medications are kept for a while; there is none without a server. */
    Optional<Shelf> medications();

    /** No way out: no connection is ever made. */
    static Outbound none(Gap.Cause why) {
        return new None(why);
    }

    /** There is nowhere to ask. */
    record None(Gap.Cause why) implements Outbound {

        @Override
        public Fetched get(String query) {
            return new Fetched.Nothing(why);
        }

        @Override
        public Fetched follow(String address) {
            return new Fetched.Nothing(why);
        }

        @Override
        public Told ask(Phrasings question) {
            return new Told(new Fetched.Nothing(why), true);
        }

        @Override
        public Outbound hurried() {
            return this;
        }

        @Override
        public Optional<Shelf> medications() {
            return Optional.empty();
        }
    }
}
