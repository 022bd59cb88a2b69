/** Who did what with the records, and a chain of seals that shows whether anything was changed afterwards. */
@NullMarked
@ApplicationModule(allowedDependencies = {"ledger"})
package org.pmlguard.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
