/** How each clinical predicate is answered from a chart. */
@NullMarked
package org.pmlguard.risk.judge;

import org.jspecify.annotations.NullMarked;
