package org.pmlguard.fhir;

import java.time.Clock;

/** Ways out for tests. */
final class Gates {

    private Gates() {}

    static Gate with(Limits limits) {
        return new Gate(limits, Names.system(), Clock.systemUTC());
    }
}
