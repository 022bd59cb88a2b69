/** What all pages share: their dress, and what a browser may do with them. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.pmlguard.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
