package org.pmlguard.knowledge.procedure;

/** A procedure rules speak of; {@code name} as it stands in the middle of a sentence. */
public record ProcedureKind(String id, String name) {}
