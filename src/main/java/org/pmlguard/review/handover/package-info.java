/** What leaves the desk: a case as FHIR and as a table, counts as a FHIR measure report, reviewed cases for a registry. */
@NullMarked
package org.pmlguard.review.handover;

import org.jspecify.annotations.NullMarked;
