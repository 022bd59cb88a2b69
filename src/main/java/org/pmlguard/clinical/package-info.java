/** The words of the ward: order, medication use, diagnosis, lab result, chart, and how much of it is known. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.pmlguard.clinical;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
