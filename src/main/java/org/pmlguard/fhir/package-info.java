/** FHIR of any version into the words of the ward and back; the one hardened way out to an EHR. */
@NullMarked
@ApplicationModule(allowedDependencies = {"cdshooks", "clinical", "tenant"})
package org.pmlguard.fhir;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
