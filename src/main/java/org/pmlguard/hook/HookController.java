package org.pmlguard.hook;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
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
    private final BodyReader bodies;
    private final HookProperties properties;

    HookController(
            Discovery discovery, Tenants tenants, StraightPath path, BodyReader bodies, HookProperties properties) {
        this.discovery = discovery;
        this.tenants = tenants;
        this.path = path;
        this.bodies = bodies;
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
        Deadline due = tenant.get().deadline().map(deadline::of).orElse(deadline);
        return json(path.answer(tenant.get(), service, bodies.read(request), due));
    }

    private static ResponseEntity<byte[]> json(byte[] body) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8))
                .body(body);
    }
}
