package org.pmlguard.cdshooks;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bodies for tests, written with single quotes. */
final class Bodies {

    private static final JsonMapper JACKSON = new JsonMapper();

    private Bodies() {}

    static byte[] bytes(String body) {
        return body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    static JsonNode json(String body) {
        return JACKSON.readTree(bytes(body));
    }

    static JsonNode json(byte[] body) {
        return JACKSON.readTree(body);
    }

    static Service service(String hook) {
        return new Service(
                hook,
                Optional.empty(),
                "For tests.",
                "test",
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Call call(String hook, String body) {
        return new CallReader().read(bytes(body), service(hook));
    }

    /** A call of that hook with that context and nothing else. */
    static Context context(String hook, String context) {
        return call(hook, "{'hook':'%s','context':%s}".formatted(hook, context)).context();
    }

    static Context.Orders orders(String hook, String context) {
        return (Context.Orders) context(hook, context);
    }
}
