/** Drug codes beyond our own tables: bringing the tables up to date from files, and asking a service at run time. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"clinical", "knowledge", "knowledge :: drug", "knowledge :: load", "knowledge :: terms"})
package org.pmlguard.terminology;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
