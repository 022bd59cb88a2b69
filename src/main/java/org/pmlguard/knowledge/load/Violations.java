package org.pmlguard.knowledge.load;

import java.util.ArrayList;
import java.util.List;

/** Everything found wrong so far: whoever maintains the pack mends it in one go. */
final class Violations {

    private final List<String> found = new ArrayList<>();

    void add(String where, String what) {
        found.add(where + ": " + what);
    }

    int count() {
        return found.size();
    }

    void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new KnowledgeInvalid(found);
        }
    }
}
