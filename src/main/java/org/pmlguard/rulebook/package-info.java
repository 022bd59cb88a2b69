/** The rule book: what exactly is checked and on what evidence, as a page, as JSON and as FHIR. */
@NullMarked
@ApplicationModule(allowedDependencies = {"clinical", "knowledge", "knowledge :: *", "page"})
package org.pmlguard.rulebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
