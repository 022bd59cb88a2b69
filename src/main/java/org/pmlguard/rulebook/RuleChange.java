package org.pmlguard.rulebook;

/**
 * One thing of a rule that is otherwise than in the pack as shipped.
 *
 * @param what a part of the rule, in words
 * @param shipped how it was
 * @param site how it is
 */
record RuleChange(String what, String shipped, String site) {

    boolean isNone() {
        return shipped.equals(site);
    }
}
