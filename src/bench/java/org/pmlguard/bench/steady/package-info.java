/** Whether the packaged server stays steady: under too much load, with slow callers, without processor, for long. */
@NullMarked
package org.pmlguard.bench.steady;

import org.jspecify.annotations.NullMarked;
