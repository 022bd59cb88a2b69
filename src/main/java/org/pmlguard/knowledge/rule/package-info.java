/** The rules: a closed vocabulary of clinical predicates, and what follows when they are met. */
@NullMarked
@NamedInterface
package org.pmlguard.knowledge.rule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
