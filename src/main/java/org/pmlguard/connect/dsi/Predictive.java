package org.pmlguard.connect.dsi;

import java.util.List;

/** The source attributes of a predictive intervention, 45 CFR 170.315(b)(11)(iv)(B): thirty-one in nine groups, none applies. */
public final class Predictive {

    /** Why none applies. */
    public static final String REASON = "not applicable: not a predictive intervention; no training data";

    /** All of them. */
    public static final List<Group> GROUPS = List.of(
            new Group(
                    "Details and output",
                    List.of("developer and contact", "funding", "value produced", "kind of output")),
            new Group("Purpose", List.of("intended use", "intended population", "intended users", "part in decisions")),
            new Group(
                    "Cautioned use",
                    List.of("tasks, situations and populations cautioned against", "known risks and limitations")),
            new Group(
                    "Development and inputs",
                    List.of(
                            "inclusion and exclusion criteria of the training data",
                            "use of the patient's characteristics as inputs",
                            "demographic representativeness",
                            "relevance of the training data to the setting")),
            new Group("Fairness", List.of("approach to fair output", "approaches to manage bias")),
            new Group(
                    "External validation",
                    List.of(
                            "data source other than that of training",
                            "party that tested",
                            "demographic representativeness",
                            "process")),
            new Group(
                    "Performance",
                    List.of(
                            "validity in test data",
                            "fairness in test data",
                            "validity in external data",
                            "fairness in external data",
                            "evaluation of outcomes")),
            new Group(
                    "Maintenance",
                    List.of(
                            "monitoring of validity",
                            "validity in local data",
                            "monitoring of fairness",
                            "fairness in local data")),
            new Group("Updates", List.of("process and frequency of updates", "frequency of corrections")));

    private Predictive() {}

    /** A group and its attributes. */
    public record Group(String title, List<String> attributes) {
        public Group {
            attributes = List.copyOf(attributes);
        }
    }
}
