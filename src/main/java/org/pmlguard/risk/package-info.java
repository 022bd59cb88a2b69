/** How worried to be, and why: pure functions of order, chart, knowledge and date. */
@NullMarked
@ApplicationModule(allowedDependencies = {"clinical", "knowledge", "knowledge :: *"})
package org.pmlguard.risk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
