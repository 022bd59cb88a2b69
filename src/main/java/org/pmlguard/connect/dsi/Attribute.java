package org.pmlguard.connect.dsi;

/**
 * A source attribute and what it is here.
 *
 * @param number its place among the thirteen
 * @param name in our words
 * @param value never empty: what is not known reads "not provided"
 */
public record Attribute(int number, String name, String value) {}
