/** For health IT: how to register, whether it passes, whether a site is ready, and what must be disclosed about it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"cdshooks", "clinical", "knowledge", "knowledge :: *", "fhir", "tenant", "page"})
package org.pmlguard.connect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
