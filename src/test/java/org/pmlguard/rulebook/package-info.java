@NullMarked
package org.pmlguard.rulebook;

import org.jspecify.annotations.NullMarked;
