package org.pmlguard.knowledge.rule;

import java.util.List;
import java.util.Optional;
import org.pmlguard.clinical.Order;

/**
 * That a level is worth saying when a chart is opened and nothing is ordered.
 *
 * @param afterLastDose whether also when the drug is no longer taken, for as long as it still acts
 * @param summary what the card then says first; absent for the level's own words
 * @param advice what to consider then; absent for the level's own
 */
public record Standing(boolean afterLastDose, Optional<String> summary, Optional<List<String>> advice) {

    public Standing {
        advice = advice.map(List::copyOf);
    }

    boolean covers(Order.Stage stage) {
        return stage == Order.Stage.TAKEN || (afterLastDose && stage == Order.Stage.STILL_ACTING);
    }

    /** The level in these words. */
    Rule.Level words(Rule.Level level) {
        return new Rule.Level(
                level.indicator(),
                level.when(),
                summary.orElse(level.summary()),
                advice.orElse(level.advice()),
                level.overrideReasons(),
                Optional.of(this));
    }
}
