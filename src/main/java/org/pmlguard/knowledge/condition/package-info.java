/** The conditions that raise the risk of PML, and how a diagnosis is recognised as one. */
@NullMarked
@NamedInterface
package org.pmlguard.knowledge.condition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
