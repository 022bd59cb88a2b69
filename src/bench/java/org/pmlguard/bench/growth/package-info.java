/** How the cost of single steps grows with the size of what they work on. */
@NullMarked
package org.pmlguard.bench.growth;

import org.jspecify.annotations.NullMarked;
