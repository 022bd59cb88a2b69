/** The words of the ward. */
@NullMarked
package org.pmlguard.clinical;

import org.jspecify.annotations.NullMarked;
