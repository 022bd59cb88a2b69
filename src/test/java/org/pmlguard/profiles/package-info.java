/** Tests of the data: value sets, code systems and the tables that name them. */
@NullMarked
package org.pmlguard.profiles;

import org.jspecify.annotations.NullMarked;
