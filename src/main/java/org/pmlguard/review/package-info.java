/** The pharmacist's desk: every card is a case, with a queue, a page, actions that are audited, and a look at the whole. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"audit", "clinical", "knowledge", "knowledge :: *", "ledger", "risk", "tenant"})
package org.pmlguard.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
