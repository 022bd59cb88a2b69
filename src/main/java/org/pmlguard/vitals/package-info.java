/** The server's vital signs: whether it lives, whether it may be sent calls, whether its rules still fire, and numbers. */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "hook", "knowledge", "ledger", "review"})
package org.pmlguard.vitals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
