/** Measures the packaged server from outside, beside a server that only ever gives a canned answer. */
@NullMarked
package org.pmlguard.bench;

import org.jspecify.annotations.NullMarked;
