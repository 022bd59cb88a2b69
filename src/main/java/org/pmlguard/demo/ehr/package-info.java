/** The small FHIR server behind the demo EHR: named patients in memory, searched as EHRs are, and its ways to fail. */
@NullMarked
package org.pmlguard.demo.ehr;

import org.jspecify.annotations.NullMarked;
