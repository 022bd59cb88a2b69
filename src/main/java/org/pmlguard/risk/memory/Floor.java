package org.pmlguard.risk.memory;

import java.util.Set;
import org.pmlguard.risk.Finding;

/** Which findings no answer ever quiets. */
final class Floor {

    /** PML itself, past, suspected or to be excluded: named here too, so that no change of a pack can make them quiet. */
    private static final Set<String> PML_ITSELF = Set.of("PML-001", "PML-003", "PML-004");

    private Floor() {}

    static boolean mayBeQuiet(Finding finding) {
        return !finding.rule().floor() && !PML_ITSELF.contains(finding.rule().id());
    }
}
