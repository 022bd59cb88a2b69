package org.pmlguard.cdshooks;

import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Reads the body of a call: one parse into a tree, no binding, unknown members ignored, explicit nulls taken as absent.
 */
public final class CallReader {

    /** What a call must say, and the name of its firing. */
    private static final Set<String> HEAD = Set.of("hook", "hookInstance", "context");

    /**
     * Reads a call that was addressed to the given service.
     *
     * @throws BadCall if the body is not a JSON object, is for another hook, or lacks the context or a required field
     *     of it
     */
    public Call read(byte[] body, Service service) {
        return read(Json.read(body), service);
    }

    /**
     * The same without the prefetch, which is most of a body: it is passed over, and where everything else has come before
     * it, nothing behind its beginning is looked at.
     *
     * @throws BadCall as above
     */
    public Call readWithoutPrefetch(byte[] body, Service service) {
        return read(Json.readHead(body, "prefetch", HEAD), service);
    }

    private static Call read(JsonNode json, Service service) {
        if (!json.isObject()) {
            throw new BadCall("", "The body must be a JSON object.");
        }
        Located call = new Located("", json);
        requireHook(call, service.hook());
        return new Call(
                service.hook(),
                call.text("hookInstance"),
                FhirAccess.read(call),
                new ContextReader(call).read(service.hook()),
                Prefetch.read(call));
    }

    private static void requireHook(Located call, String expected) {
        Optional<String> hook = call.text("hook");
        if (hook.isEmpty()) {
            throw call.refusal("hook", "The hook is required.");
        }
        if (!isNamed(hook.get(), expected)) {
            throw call.refusal("hook", "This service is called for the hook " + expected + " only.");
        }
    }

    /** Before 1.0 a hook could be named by a URL. */
    private static boolean isNamed(String hook, String expected) {
        return hook.equals(expected) || (hook.startsWith("http") && hook.endsWith("/" + expected));
    }
}
