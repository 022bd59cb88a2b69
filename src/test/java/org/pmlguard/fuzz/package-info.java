/**
 * Readers of what strangers send, fed with what a fuzzer makes of examples: each reads or refuses in its own words, with no
 * other exception and no endless loop. The examples stand beside the classes as resources and run with every build; in the
 * profile {@code proof} the fuzzer goes on from them.
 */
package org.pmlguard.fuzz;
