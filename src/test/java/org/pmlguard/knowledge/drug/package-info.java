@NullMarked
package org.pmlguard.knowledge.drug;

import org.jspecify.annotations.NullMarked;
