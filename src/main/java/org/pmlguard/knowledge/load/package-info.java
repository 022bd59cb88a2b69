/** Reads the knowledge pack from its files, checks all of it, and refuses it whole if anything is wrong. */
@NullMarked
@NamedInterface
package org.pmlguard.knowledge.load;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
