/** What was said, on what knowledge, and what became of it: decisions, feedback and the memory of overrides. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"cdshooks", "clinical", "knowledge", "knowledge :: *", "risk", "risk :: *", "tenant"})
package org.pmlguard.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
