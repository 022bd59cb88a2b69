package org.pmlguard.clinical;

/** One code as the EHR wrote it. Code and display may be empty, never both in a useful coding. */
public record Coding(CodeSystem system, String code, String display) {}
