/** What is known about PML: drugs, conditions, tests, rules and the evidence behind them; loaded, checked and hashed. */
@NullMarked
@ApplicationModule(allowedDependencies = "clinical")
package org.pmlguard.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
