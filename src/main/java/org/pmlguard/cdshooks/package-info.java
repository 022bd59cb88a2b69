/** The CDS Hooks protocol in Java: complete and strict in what it sends, liberal in what it accepts. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.pmlguard.cdshooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
