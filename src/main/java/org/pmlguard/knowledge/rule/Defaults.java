package org.pmlguard.knowledge.rule;

import java.time.Period;

/**
 * The conventions by which a chart is read, from {@code settings.yaml}.
 *
 * @param newStartAfter time without a drug after which an order is a new start
 * @param doseLasts how long a single dose counts as treatment that goes on
 * @param courseGap a longer pause ends a course, and does not count as exposure
 * @param jcvAfterImmuneGlobulin a JCV result drawn within this time after immune globulin is not relied on
 * @param jcvAfterPlasmaExchange the same after a plasma exchange
 */
public record Defaults(
        Period newStartAfter,
        Period doseLasts,
        Period courseGap,
        Period jcvAfterImmuneGlobulin,
        Period jcvAfterPlasmaExchange) {}
