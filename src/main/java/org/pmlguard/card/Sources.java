package org.pmlguard.card;

import org.pmlguard.cdshooks.Coding;
import org.pmlguard.cdshooks.Source;

/** Who speaks, and about what: topics let an EHR filter and count cards. */
final class Sources {

    private static final String TOPICS = "https://pmlguard.org/fhir/CodeSystem/topic";

    static final Source RISK = Source.of("PML Guard").withTopic(Coding.of("PmlRisk", TOPICS, "PML risk"));

    static final Source INCOMPLETE =
            Source.of("PML Guard").withTopic(Coding.of("PmlCheckIncomplete", TOPICS, "PML check incomplete"));

    private Sources() {}
}
