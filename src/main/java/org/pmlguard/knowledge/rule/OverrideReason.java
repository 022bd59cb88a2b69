package org.pmlguard.knowledge.rule;

/** A coded answer to a card: why the prescriber goes on. */
public record OverrideReason(String system, String code, String display) {}
