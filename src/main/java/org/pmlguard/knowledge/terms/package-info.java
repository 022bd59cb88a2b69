/** From codes and words to the things they mean. */
@NullMarked
@NamedInterface
package org.pmlguard.knowledge.terms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
