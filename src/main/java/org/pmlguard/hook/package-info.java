/** CDS Hooks over HTTP: the straight path from a call to its cards, and the one place where errors become answers. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "cdshooks",
            "clinical",
            "knowledge",
            "knowledge :: *",
            "risk",
            "risk :: *",
            "card",
            "fhir",
            "tenant",
            "terminology",
            "ledger",
            "rulebook :: words"
        })
package org.pmlguard.hook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
