/** The rule book as FHIR R4 resources. */
@NullMarked
package org.pmlguard.rulebook.fhir;

import org.jspecify.annotations.NullMarked;
