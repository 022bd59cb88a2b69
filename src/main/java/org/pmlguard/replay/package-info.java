/** The same engine over yesterday's orders: alert burden before go-live, and screening. On one machine, without a network. */
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
            "hook",
            "ledger"
        })
package org.pmlguard.replay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
