/** A small EHR with named patients, to see in a browser what prescribers would see. Never in production. */
@NullMarked
@ApplicationModule
package org.pmlguard.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
