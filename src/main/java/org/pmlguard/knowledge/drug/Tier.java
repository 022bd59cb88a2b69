package org.pmlguard.knowledge.drug;

/**
 * How strongly a drug is tied to PML. After the three-class scheme of Calabrese and Berger, with the second class split by
 * whether the US label carries a boxed PML warning.
 */
public enum Tier {
    /** Raises the risk by itself. */
    T1,
    /** Raises the risk of people already at risk; US boxed PML warning. */
    T2A,
    /** Raises the risk of people already at risk; no boxed warning. */
    T2B,
    /** Weak, theoretical or named in a label only. */
    T3,
    /** Never alerts. */
    T0
}
