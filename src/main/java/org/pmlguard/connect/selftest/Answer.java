package org.pmlguard.connect.selftest;

import java.net.http.HttpHeaders;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What the server answered. */
record Answer(int status, HttpHeaders headers, String body) {

    static final JsonMapper JSON = JsonMapper.builder().build();

    /** The body as JSON; missing if it is none. */
    JsonNode json() {
        try {
            return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    String type() {
        return header("Content-Type").toLowerCase(Locale.ROOT).replace(" ", "");
    }

    boolean isOutcome() {
        JsonNode json = json();
        return json.path("resourceType").asString("").equals("OperationOutcome")
                && !json.path("issue").isEmpty();
    }

    /** The place of what is wrong, as the outcome names it. */
    String place() {
        return json().path("issue").path(0).path("expression").path(0).asString("");
    }

    /** Whether the inside of the program shows: a trace, a class, an address of ours. */
    boolean showsTheInside() {
        return body.contains("Exception") || body.contains("\tat ") || body.contains("org.pmlguard.");
    }

    /** For a report: the status, and no word of the body. */
    String inShort() {
        return "HTTP " + status + (body.isEmpty() ? ", empty" : "");
    }
}
