package org.pmlguard.cdshooks;

import java.util.Locale;
import java.util.Optional;

/**
 * The body of an error answer: a FHIR OperationOutcome with one issue of severity error (3.0, trial use; never
 * required, always allowed).
 *
 * @param code what kind of error
 * @param text what is wrong, in words that hold nothing of the request
 * @param expression the path of the element that is wrong
 */
public record Outcome(Code code, String text, Optional<String> expression) {

    /** The codes of FHIR's IssueType that a CDS service needs. */
    public enum Code {
        /** The content is against the rules. */
        INVALID,
        /** The content is not even well-formed. */
        STRUCTURE,
        /** Something required is missing. */
        REQUIRED,
        /** There is no such service. */
        NOT_FOUND,
        /** The caller may not do this. */
        FORBIDDEN,
        /** The request is of a kind that is not served. */
        NOT_SUPPORTED,
        /** Required data could not be had. */
        PROCESSING,
        /** The body is too large. */
        TOO_LONG,
        /** There are too many calls. */
        THROTTLED,
        /** It took too long. */
        TIMEOUT,
        /** Something failed that should not. */
        EXCEPTION;

        /** The spelling in JSON. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Outcome {
        Rules.text("details.text", text);
        Rules.text("expression", expression);
    }

    /** An error of no particular element. */
    public static Outcome of(Code code, String text) {
        return new Outcome(code, text, Optional.empty());
    }

    /** What to answer to a body that breaks a rule. */
    public static Outcome of(BadCall bad) {
        return new Outcome(Code.INVALID, bad.rule(), Optional.of(bad.path()).filter(path -> !path.isEmpty()));
    }

    /** The OperationOutcome in UTF-8. */
    public byte[] toJson() {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringProperty("resourceType", "OperationOutcome");
            json.writeName("issue");
            json.writeStartArray();
            json.writeStartObject();
            json.writeStringProperty("severity", "error");
            json.writeStringProperty("code", code.code());
            json.writeName("details");
            json.writeStartObject();
            json.writeStringProperty("text", text);
            json.writeEndObject();
            expression.ifPresent(path -> {
                json.writeName("expression");
                json.writeStartArray();
                json.writeString(path);
                json.writeEndArray();
            });
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        });
    }
}
