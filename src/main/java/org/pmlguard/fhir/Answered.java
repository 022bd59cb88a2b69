package org.pmlguard.fhir;

import java.util.List;
import java.util.stream.Stream;
import org.pmlguard.clinical.Known;
import tools.jackson.databind.JsonNode;

/** A question about the chart, and everything that came as its answer. */
record Answered(Query query, Known<List<JsonNode>> resources) {

    boolean isRead() {
        return resources.found().isPresent();
    }

    Stream<JsonNode> all() {
        return resources.found().stream().flatMap(List::stream);
    }

    /** The resources that were asked for, without those that only accompany them. */
    Stream<JsonNode> rows() {
        return all().filter(query::isAnsweredBy);
    }

    @Override
    public String toString() {
        return "Answered[" + query.key() + "]";
    }
}
