package org.pmlguard.ledger;

import java.time.Duration;

/**
 * How long a decision took.
 *
 * @param chart reading the record, with what was fetched
 * @param assess from the record to the findings, and what was remembered of them
 * @param total from the decoded call to the written cards
 */
public record Timings(Duration chart, Duration assess, Duration total) {}
