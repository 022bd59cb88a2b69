package org.pmlguard.cdshooks;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A CDS service as discovery describes it (2.0.1, Discovery).
 *
 * @param hook the hook it is called on
 * @param title its friendly name
 * @param description what it does
 * @param id the last part of its URL, {@code {baseUrl}/cds-services/{id}}
 * @param prefetch its queries by key, in the sequence of the definition; each is a {@link PrefetchTemplate}
 * @param usageRequirements preconditions, for people
 * @param version the version of CDS Hooks it speaks (3.0)
 * @param hookVersion the version of the hook it expects (3.0)
 * @param extension a JSON object agreed with clients beforehand
 */
public record Service(
        String hook,
        Optional<String> title,
        String description,
        String id,
        Map<String, String> prefetch,
        Optional<String> usageRequirements,
        Optional<String> version,
        Optional<String> hookVersion,
        Optional<JsonNode> extension) {

    private static final Pattern PATH_SEGMENT = Pattern.compile("[A-Za-z0-9._~-]+");
    private static final Set<String> MEMBERS = Set.of(
            "hook",
            "title",
            "description",
            "id",
            "prefetch",
            "usageRequirements",
            "version",
            "hookVersion",
            "extension");

    public Service {
        Rules.text("hook", hook);
        Rules.text("title", title);
        Rules.text("description", description);
        Rules.require(PATH_SEGMENT.matcher(id).matches(), "id must be usable as a part of a URL's path");
        Rules.text("usageRequirements", usageRequirements);
        Rules.text("version", version);
        Rules.text("hookVersion", hookVersion);
        prefetch = Collections.unmodifiableMap(new LinkedHashMap<>(prefetch));
        checkTemplates(hook, prefetch);
    }

    /**
     * Reads a service definition.
     *
     * @throws IllegalArgumentException if it is not one that a client of 2.0.1 must accept: a required string is
     *     missing, a member is null, empty or unknown, or a prefetch template is illegal
     */
    public static Service read(JsonNode definition) {
        Rules.require(definition.isObject(), "A service definition must be a JSON object");
        definition.forEachEntry(Service::checkMember);
        return new Service(
                required(definition, "hook"),
                optional(definition, "title"),
                required(definition, "description"),
                required(definition, "id"),
                prefetch(definition.path("prefetch")),
                optional(definition, "usageRequirements"),
                optional(definition, "version"),
                optional(definition, "hookVersion"),
                definition.optional("extension"));
    }

    /** The same service with other queries. */
    public Service withPrefetch(Map<String, String> templates) {
        return new Service(hook, title, description, id, templates, usageRequirements, version, hookVersion, extension);
    }

    /** The query of a key, with its blanks. */
    public Optional<PrefetchTemplate> template(String key) {
        return Optional.ofNullable(prefetch.get(key)).map(PrefetchTemplate::new);
    }

    private static void checkMember(String name, JsonNode value) {
        Rules.require(MEMBERS.contains(name), name + " is no member of a service definition");
        boolean isObject = name.equals("prefetch") || name.equals("extension");
        Rules.require(
                isObject ? value.isObject() : value.isString(),
                name + " must be a JSON " + (isObject ? "object" : "string"));
        Rules.require(!isObject || !value.isEmpty(), name + " must not be empty");
    }

    private static String required(JsonNode definition, String name) {
        return optional(definition, name).orElseThrow(() -> new IllegalArgumentException(name + " is required"));
    }

    private static Optional<String> optional(JsonNode definition, String name) {
        return definition.path(name).stringValueOpt();
    }

    private static Map<String, String> prefetch(JsonNode templates) {
        SequencedMap<String, String> prefetch = new LinkedHashMap<>();
        templates.forEachEntry((key, template) -> prefetch.put(key, template.stringValue("")));
        return prefetch;
    }

    private static void checkTemplates(String hook, Map<String, String> prefetch) {
        prefetch.forEach((key, text) -> {
            Rules.text("A prefetch key", key);
            for (String token : new PrefetchTemplate(text).tokens()) {
                Rules.require(hasToken(hook, token), "The hook " + hook + " has no prefetch token " + token);
            }
        });
    }

    /** The fields that the library marks as prefetch tokens; a hook that it does not publish may have any. */
    private static boolean hasToken(String hook, String token) {
        return switch (hook) {
            case "order-dispatch" ->
                Set.of("context.patientId", "context.performer", "context.dispatchedOrders")
                        .contains(token);
            case "order-select",
                    "order-sign",
                    "order-review",
                    "medication-prescribe",
                    "medication-refill",
                    "medication-verify",
                    "patient-view",
                    "encounter-start",
                    "encounter-discharge",
                    "appointment-book",
                    "problem-list-item-create",
                    "allergyintolerance-create" ->
                token.startsWith("user")
                        || Set.of("context.patientId", "context.encounterId", "context.userId")
                                .contains(token);
            default -> true;
        };
    }
}
