@NullMarked
package org.pmlguard.risk;

import org.jspecify.annotations.NullMarked;
