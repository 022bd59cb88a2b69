/** Measures each part of a call by itself, with JMH and without a server around it. */
@NullMarked
package org.pmlguard.bench.part;

import org.jspecify.annotations.NullMarked;
