/** What is checked, what came of it, and the report that is signed. */
@NullMarked
package org.pmlguard.connect.check;

import org.jspecify.annotations.NullMarked;
