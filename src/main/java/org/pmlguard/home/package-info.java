/** The front door: what this is, where to go, and whether it is working. */
@NullMarked
@ApplicationModule(allowedDependencies = {"cdshooks", "knowledge", "tenant", "page"})
package org.pmlguard.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
