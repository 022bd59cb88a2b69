package org.pmlguard.hook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Why each rule speaks about an order, or does not; the body that {@code POST /explain} answers.
 *
 * @param today the day the rules were held against
 * @param orders one for each watched drug in the orders of the call, in their sequence
 * @param unidentified orders whose drug could not be told
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Explanation(Edition knowledge, LocalDate today, List<Ordered> orders, List<Lack> unidentified) {

    /** The knowledge it was made with. */
    record Edition(String version, String sha256, String standing) {}

    /**
     * One watched drug in one order.
     *
     * @param order its reference as the caller wrote it; empty if it has none
     * @param indicator of the card; absent if no rule speaks
     * @param outcome {@code concern}, {@code clear} or {@code incomplete}
     * @param gaps what the card says is not known
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Ordered(
            String order,
            String drug,
            String recognisedBy,
            String outcome,
            Optional<String> indicator,
            List<Lack> gaps,
            List<RuleAnswer> rules) {}

    /**
     * One rule about the drug.
     *
     * @param answer {@code met} if a level holds, {@code unknown} if none does and one could not be told, else {@code notMet}
     * @param indicator of the level that speaks; absent if none does
     * @param said whether it stands on the card
     * @param shadow whether the site only watches the rule, so that it is never said
     * @param absorbedBy the rules on the card that make it superfluous; empty if none does
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record RuleAnswer(
            String id,
            String version,
            String title,
            String answer,
            Optional<String> indicator,
            boolean said,
            boolean shadow,
            List<String> absorbedBy,
            List<LevelAnswer> levels) {}

    /** One level of a rule, whether or not a more urgent one speaks already. */
    record LevelAnswer(String indicator, String inWords, Answer when) {}

    /**
     * One criterion.
     *
     * @param words what is asked
     * @param answer {@code met}, {@code notMet} or {@code unknown}
     * @param facts what shows it, either way
     * @param gaps why it cannot be told
     * @param parts the criteria it is made of, answered likewise
     */
    record Answer(String words, String answer, List<Shown> facts, List<Lack> gaps, List<Answer> parts) {}

    /**
     * A fact.
     *
     * @param since whether it has been so from the date on, rather than on it
     * @param reference the resource it was read from; empty for an absence or a sum
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Shown(String label, String value, String unit, Optional<LocalDate> date, boolean since, String reference) {}

    /** Something that is not known, for machines and for people. */
    record Lack(String code, String text) {}
}
