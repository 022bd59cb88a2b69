package org.pmlguard.cdshooks;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A FHIR query with blanks: {@code Observation?patient={{context.patientId}}&code=4548-4}.
 *
 * <p>Its tokens follow the grammar of 2.0.1, which every client since knows; the FHIRPath of 3.0 is refused. A
 * parameter may stand once only, because the reference client folds repeats into one list, which turns "and" into "or".
 *
 * @param text the query as it stands in the service definition, relative to the FHIR server's base URL
 */
public record PrefetchTemplate(String text) {

    private static final Pattern BRACES = Pattern.compile("\\{\\{(.*?)}}");
    private static final Pattern TOKEN = Pattern.compile(
            "context\\.[A-Za-z][A-Za-z0-9_-]*|user(Practitioner|PractitionerRole|Patient|RelatedPerson)Id");
    private static final Pattern LITERAL = Pattern.compile("[A-Za-z0-9_:$?&=/|,.%*~+@!;()'-]*");

    /**
     * Tokens whose value is {@code Type/id}, or a list of these: their slashes and commas are structure, not content.
     */
    private static final Set<String> REFERENCES =
            Set.of("context.userId", "context.performer", "context.dispatchedOrders");

    public PrefetchTemplate {
        Rules.text("A prefetch template", text);
        Rules.require(!text.startsWith("/"), "A prefetch template must be relative to the FHIR server's base URL");
        Rules.require(
                tokens(text).allMatch(token -> TOKEN.matcher(token).matches()),
                "A prefetch token must be {{context.<field>}} or a user identifier of 2.0.1");
        Rules.require(
                LITERAL.matcher(BRACES.matcher(text).replaceAll("")).matches(),
                "A prefetch template must be a URL with whole tokens and no white space");
        Rules.require(repeatsNothing(text), "A prefetch template must not repeat a query parameter");
    }

    /** The names between the braces, as {@code context.patientId}, in their sequence. */
    public List<String> tokens() {
        return tokens(text).toList();
    }

    /** The query for a call. */
    public Optional<String> fill(Call call) {
        return fill(call.context());
    }

    /**
     * The query for a context, each value percent-encoded; empty if a token has no value or one that could change the
     * path.
     */
    public Optional<String> fill(Context context) {
        boolean fillable = tokens(text).allMatch(token -> value(context, token).isPresent());
        return fillable
                ? Optional.of(BRACES.matcher(text)
                        .replaceAll(match -> value(context, match.group(1)).orElseThrow()))
                : Optional.empty();
    }

    private static Optional<String> value(Context context, String token) {
        return context.token(token)
                .filter(PrefetchTemplate::staysInPlace)
                .map(value -> encode(value, REFERENCES.contains(token) ? "/," : ""));
    }

    /** Dots alone are no id but a way up the path, encoded or not. */
    private static boolean staysInPlace(String value) {
        return Arrays.stream(value.split("[/,]", -1)).noneMatch(part -> part.equals(".") || part.equals(".."));
    }

    private static String encode(String value, String structure) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xFF);
            if (isUnreserved(c) || structure.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%').append("%02X".formatted((int) c));
            }
        }
        return encoded.toString();
    }

    /** RFC 3986, section 2.3. */
    private static boolean isUnreserved(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-._~".indexOf(c) >= 0;
    }

    private static Stream<String> tokens(String text) {
        return BRACES.matcher(text).results().map(PrefetchTemplate::name);
    }

    private static String name(MatchResult match) {
        return match.group(1);
    }

    private static boolean repeatsNothing(String text) {
        String query = text.substring(text.indexOf('?') + 1);
        List<String> names = Arrays.stream(query.split("&", -1))
                .map(parameter -> parameter.replaceFirst("=.*", ""))
                .toList();
        return names.size() == Set.copyOf(names).size();
    }
}
