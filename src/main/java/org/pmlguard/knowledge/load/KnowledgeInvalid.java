package org.pmlguard.knowledge.load;

import java.util.List;

/** The knowledge pack breaks its own rules. Names every violation, with the file and the place in it. */
public final class KnowledgeInvalid extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> violations;

    KnowledgeInvalid(List<String> violations) {
        super("The knowledge pack is not valid:\n  " + String.join("\n  ", violations));
        this.violations = List.copyOf(violations);
    }

    public List<String> violations() {
        return violations;
    }
}
