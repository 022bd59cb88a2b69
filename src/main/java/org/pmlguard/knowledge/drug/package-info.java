/** The watched drugs, and how an order or a chart row is recognised as one. */
@NullMarked
@NamedInterface
package org.pmlguard.knowledge.drug;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
