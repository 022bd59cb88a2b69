package org.pmlguard.rulebook.words;

import java.util.List;
import java.util.stream.Collectors;
import org.pmlguard.knowledge.rule.Criterion;

/**
 * A criterion in words, and those it is made of below it.
 *
 * @param of the criterion itself, to be answered by whoever shows the words
 * @param words a line that needs no other: {@code JCV antibody positive with index above 1.5}, {@code all of these}
 * @param parts empty for a single predicate
 */
public record Clause(Criterion of, Joint joint, String words, List<Clause> parts) {

    /** How the parts belong together. */
    public enum Joint {
        /** There are no parts. */
        SINGLE,
        /** Every one. */
        ALL,
        /** At least one. */
        ANY,
        /** Not one. */
        NONE,
        /** One part, which several rules share under the name that {@code words} gives. */
        NAMED
    }

    public Clause {
        parts = List.copyOf(parts);
    }

    static Clause single(Criterion of, String words) {
        return new Clause(of, Joint.SINGLE, words, List.of());
    }

    public boolean isNamed() {
        return joint == Joint.NAMED;
    }

    /** The whole of it as one phrase. */
    public String sentence() {
        return switch (joint) {
            case SINGLE, NAMED -> words;
            case ALL -> joined(", and ");
            case ANY -> joined(", or ");
            case NONE -> (parts.size() == 1 ? "not: " : "none of: ") + joined("; ");
        };
    }

    private String joined(String between) {
        return parts.stream().map(this::nested).collect(Collectors.joining(between));
    }

    /** Brackets where two kinds of joint would run into each other. */
    private String nested(Clause part) {
        boolean plain = part.parts().size() < 2 || part.isNamed() || parts.size() == 1;
        return plain ? part.sentence() : "(" + part.sentence() + ")";
    }
}
