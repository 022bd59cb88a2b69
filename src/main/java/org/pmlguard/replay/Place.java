package org.pmlguard.replay;

/** Where a line stands: in which of the sources, and as which line, from 1. */
record Place(int source, int line) {}
