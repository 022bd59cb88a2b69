package org.pmlguard.fhir;

/**
 * What came of a question that may have been put in several ways.
 *
 * @param whole whether the words that were understood asked for everything
 */
record Told(Fetched fetched, boolean whole) {}
