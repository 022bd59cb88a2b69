package org.pmlguard.terminology;

import org.pmlguard.clinical.Coding;

/** A terminology service, asked about one code at a time. Only a code and its system are ever sent to it. */
sealed interface Dictionary permits RxNav, FhirTerminology {

    /** How a card names it. */
    String name();

    /** Whether it may be asked: a system it knows, and a code that has the form of this system. */
    boolean canBeAsked(Coding coding);

    /**
     * What a code stands for; {@link Meaning#NONE} if the service does not know it.
     *
     * @throws Unanswered if the service did not answer, or not what was asked
     */
    Meaning meaning(Coding coding);
}
