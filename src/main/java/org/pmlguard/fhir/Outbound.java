package org.pmlguard.fhir;

import org.pmlguard.clinical.Gap;

/** The way out to the caller's FHIR server for one call. Nothing here throws: what cannot be had is {@link Fetched.Nothing}. */
public sealed interface Outbound permits Outbound.None, Ehr {

    /** What a query relative to the server's base gives: {@code Medication/7}, {@code Condition?patient=1}. */
    Fetched get(String query);

    /** What an address gives that the server wrote itself, in a {@code next} link for instance. */
    Fetched follow(String address);

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
    }
}
