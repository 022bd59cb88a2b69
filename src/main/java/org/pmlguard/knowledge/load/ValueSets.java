package org.pmlguard.knowledge.load;

import java.util.ArrayList;
import java.util.List;
import org.pmlguard.clinical.CodeSystem;
import org.pmlguard.knowledge.terms.Terms;
import org.pmlguard.knowledge.terms.Terms.Term;
import tools.jackson.databind.JsonNode;

/** Reads FHIR R4 ValueSets as far as they are used here: enumerated concepts, and {@code concept is-a} filters. */
final class ValueSets {

    private static final String FOLDER = "fhir-profiles/valuesets/";

    private final PackFiles files;
    private final Violations violations;

    ValueSets(PackFiles files, Violations violations) {
        this.files = files;
        this.violations = violations;
    }

    /** The terms of the named value sets. */
    List<Terms> named(String owner, List<String> ids) {
        return ids.stream().filter(id -> exists(owner, id)).map(this::read).toList();
    }

    private boolean exists(String owner, String id) {
        boolean exists = files.exists(path(id));
        if (!exists) {
            violations.add(owner, "names a value set that does not exist: " + id);
        }
        return exists;
    }

    private static String path(String id) {
        return FOLDER + id + ".json";
    }

    private Terms read(String id) {
        List<Term> codes = new ArrayList<>();
        List<Term> branches = new ArrayList<>();
        for (JsonNode include : files.tree(path(id)).path("compose").path("include")) {
            CodeSystem system = CodeSystem.of(include.path("system").asString(""));
            if (system == CodeSystem.OTHER) {
                violations.add(path(id), "names a code system unknown here");
            }
            include.path("concept").forEach(concept -> codes.add(term(system, concept)));
            include.path("filter").forEach(filter -> branches.add(branch(id, system, filter)));
        }
        return new Terms(codes, branches);
    }

    private static Term term(CodeSystem system, JsonNode concept) {
        return new Term(
                system,
                concept.path("code").asString(""),
                concept.path("display").asString(""));
    }

    private Term branch(String id, CodeSystem system, JsonNode filter) {
        if (!filter.path("op").asString("").equals("is-a")) {
            violations.add(path(id), "only the filter operator is-a is understood here");
        }
        return new Term(system, filter.path("value").asString(""), "");
    }
}
