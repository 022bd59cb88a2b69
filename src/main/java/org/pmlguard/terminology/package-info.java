/** Brings the drug value sets up to date from the files of RxNorm and openFDA. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"clinical", "knowledge", "knowledge :: drug", "knowledge :: load", "knowledge :: terms"})
package org.pmlguard.terminology;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
