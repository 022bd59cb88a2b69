/** The laboratory tests that matter, their units and their words. */
@NullMarked
@NamedInterface
package org.pmlguard.knowledge.lab;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
