/** What must be right before an EHR of a site calls: keys, tokens, its FHIR server, its codes, and time. */
@NullMarked
package org.pmlguard.connect.golive;

import org.jspecify.annotations.NullMarked;
