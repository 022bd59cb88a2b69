package org.pmlguard.hook;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pmlguard.cdshooks.Discovery;
import org.pmlguard.cdshooks.Service;
import org.pmlguard.fhir.Deadline;
import org.pmlguard.tenant.Tenant;
import org.pmlguard.tenant.Tenants;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** CDS Hooks over HTTP: discovery and calls. */
@RestController
@RequestMapping("/cds-services")
class HookController {

    private final Discovery discovery;
    private final Tenants tenants;
    private final StraightPath path;
    private final HookProperties properties;

    HookController(Discovery discovery, Tenants tenants, StraightPath path, HookProperties properties) {
        this.discovery = discovery;
        this.tenants = tenants;
        this.path = path;
        this.properties = properties;
    }

    @GetMapping({"", "/"})
    ResponseEntity<byte[]> discover() {
        return json(discovery.toJson());
    }

    @PostMapping("/{id}")
    ResponseEntity<byte[]> call(@PathVariable String id, HttpServletRequest request) throws IOException {
        Deadline deadline = Deadline.in(properties.deadline());
        Optional<Tenant> tenant = tenants.caller();
        if (tenant.isEmpty()) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        Service service = discovery.service(id).orElseThrow(Refusal.UnknownService::new);
        return json(path.answer(tenant.get(), service, body(request), deadline));
    }

    private byte[] body(HttpServletRequest request) throws IOException {
        requireJson(request.getContentType());
        requirePlain(request.getHeader("Content-Encoding"));
        int limit = Math.toIntExact(properties.maxBody().toBytes());
        try (InputStream content = request.getInputStream()) {
            byte[] body = content.readNBytes(limit + 1);
            if (body.length > limit) {
                throw new Refusal.TooLarge();
            }
            return body;
        }
    }

    /** A missing content type is taken for JSON; anything else but JSON is not. */
    private static void requireJson(@Nullable String contentType) {
        String type = contentType == null ? "json" : contentType.toLowerCase(Locale.ROOT);
        if (!type.contains("json")) {
            throw new Refusal.NotJson();
        }
    }

    /** A compressed body may be a bomb, and no EHR is known to send one. */
    private static void requirePlain(@Nullable String encoding) {
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new Refusal.NotJson();
        }
    }

    private static ResponseEntity<byte[]> json(byte[] body) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8))
                .body(body);
    }
}
