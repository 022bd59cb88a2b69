/** Measures how long the rules take, without a server around them. */
@NullMarked
package org.pmlguard.bench.assess;

import org.jspecify.annotations.NullMarked;
