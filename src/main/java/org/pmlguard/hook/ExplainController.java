package org.pmlguard.hook;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.pmlguard.cdshooks.BadCall;
import org.pmlguard.cdshooks.Discovery;
import org.pmlguard.cdshooks.Service;
import org.pmlguard.fhir.Deadline;
import org.pmlguard.tenant.FrontDoor;
import org.pmlguard.tenant.Tenant;
import org.pmlguard.tenant.Visit;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Why, and why not: {@code POST /explain} takes the body of a hook call and answers an {@link Explanation}. The service is
 * {@code ?service=pml-order-sign}, else the one that listens to the {@code hook} in the body. Nothing is recorded.
 */
@RestController
class ExplainController {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Discovery discovery;
    private final FrontDoor door;
    private final Explainer explainer;
    private final BodyReader bodies;
    private final HookProperties properties;

    ExplainController(
            Discovery discovery, FrontDoor door, Explainer explainer, BodyReader bodies, HookProperties properties) {
        this.discovery = discovery;
        this.door = door;
        this.explainer = explainer;
        this.bodies = bodies;
        this.properties = properties;
    }

    @PostMapping("/explain")
    ResponseEntity<byte[]> explain(@RequestParam Optional<String> service, HttpServletRequest request)
            throws IOException {
        Tenant caller = door.caller(request);
        byte[] body = bodies.read(request);
        try (Visit visit = door.enter(caller)) {
            Deadline deadline = Deadline.in(properties.deadline());
            Service asked = service.map(this::named).orElseGet(() -> listening(body));
            return json(explainer.explain(visit.tenant(), asked, body, deadline));
        }
    }

    private Service named(String id) {
        return discovery.service(id).orElseThrow(Refusal::unknownService);
    }

    private Service listening(byte[] body) {
        String hook = hook(body);
        return discovery.services().stream()
                .filter(service -> service.hook().equals(hook))
                .findFirst()
                .orElseThrow(() -> new BadCall("hook", "No service here listens to this hook."));
    }

    private static String hook(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            return json.path("hook").asString("");
        } catch (JacksonException e) {
            throw new BadCall("", "The body must be JSON.");
        }
    }

    private static ResponseEntity<byte[]> json(Explanation explanation) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8))
                .body(JSON.writeValueAsBytes(explanation));
    }
}
