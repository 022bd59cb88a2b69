package org.pmlguard.risk;

import org.pmlguard.knowledge.rule.RiskTable;

/** The group of a table of risk that a patient belongs to. */
public record Stratum(RiskTable table, RiskTable.Cell cell) {}
