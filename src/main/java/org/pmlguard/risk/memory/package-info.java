/** What was answered before, and what of it still holds: pure functions of an assessment, earlier answers and a day. */
@NullMarked
@NamedInterface
package org.pmlguard.risk.memory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
