/** Who may call, and where we may call: the registered EHRs. */
@NullMarked
@ApplicationModule(allowedDependencies = {"cdshooks"})
package org.pmlguard.tenant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
