/**
 * Measures the packaged server from outside, beside servers that only ever give a canned answer: {@code mvn -Pbench verify
 * -DskipTests}, and {@code -Dbench.group=} for one group of comparisons. The numbers are kept in a table, by group, and the page
 * and the picture are written from it.
 */
@NullMarked
package org.pmlguard.bench;

import org.jspecify.annotations.NullMarked;
