/** What people read: an assessment becomes cards, suggestions and override reasons. */
@NullMarked
@ApplicationModule(allowedDependencies = {"cdshooks", "clinical", "knowledge", "knowledge :: *", "risk", "risk :: *"})
package org.pmlguard.card;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
