/** What CDS Hooks 2.0 asks of a service, tried on a server over HTTP. */
@NullMarked
package org.pmlguard.connect.selftest;

import org.jspecify.annotations.NullMarked;
