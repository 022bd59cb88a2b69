/** What people need to register the services: addresses, scopes, example calls, vendors' habits. */
@NullMarked
package org.pmlguard.connect.kit;

import org.jspecify.annotations.NullMarked;
