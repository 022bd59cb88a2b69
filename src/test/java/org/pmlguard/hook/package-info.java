@NullMarked
package org.pmlguard.hook;

import org.jspecify.annotations.NullMarked;
