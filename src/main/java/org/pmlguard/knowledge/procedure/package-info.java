/** The procedures that matter, and how one is recognised. */
@NullMarked
@NamedInterface
package org.pmlguard.knowledge.procedure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
