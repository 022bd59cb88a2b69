package org.pmlguard.bench;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The XHTML that EHRs generate into every resource: nobody here reads it, but it has to be got past. */
final class Narrative {

    private Narrative() {}

    /** The resource with a table of labels and values in front of its readers. */
    static ObjectNode tell(ObjectNode resource, List<String> labels, List<String> values) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < labels.size(); i++) {
            rows.append("<tr><th>%s</th><td>%s</td></tr>".formatted(labels.get(i), values.get(i)));
        }
        resource.putObject("text")
                .put("status", "generated")
                .put("div", "<div xmlns=\"http://www.w3.org/1999/xhtml\"><table>" + rows + "</table></div>");
        return resource;
    }
}
