@NullMarked
package org.pmlguard.knowledge.load;

import org.jspecify.annotations.NullMarked;
