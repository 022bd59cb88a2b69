/** Rules in plain words, made from the rules themselves. */
@NullMarked
@NamedInterface
package org.pmlguard.rulebook.words;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
