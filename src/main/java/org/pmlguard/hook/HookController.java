package org.pmlguard.hook;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.pmlguard.cdshooks.CardsResponse;
import org.pmlguard.cdshooks.Discovery;
import org.pmlguard.cdshooks.Service;
import org.pmlguard.fhir.Deadline;
import org.pmlguard.tenant.FrontDoor;
import org.pmlguard.tenant.Tenant;
import org.pmlguard.tenant.Terms;
import org.pmlguard.tenant.TooMany;
import org.pmlguard.tenant.Visit;
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

    private static final byte[] SILENCE = CardsResponse.of(List.of()).toJson();

    private final Discovery discovery;
    private final FrontDoor door;
    private final StraightPath path;
    private final BodyReader bodies;
    private final HookProperties properties;
    private final CallCounts counts;
    private final Pressure pressure;

    HookController(
            Discovery discovery,
            FrontDoor door,
            StraightPath path,
            BodyReader bodies,
            HookProperties properties,
            CallCounts counts,
            Pressure pressure) {
        this.discovery = discovery;
        this.door = door;
        this.path = path;
        this.bodies = bodies;
        this.properties = properties;
        this.counts = counts;
        this.pressure = pressure;
    }

    @GetMapping({"", "/"})
    ResponseEntity<byte[]> discover() {
        return json(discovery.toJson());
    }

    @PostMapping("/{id}")
    ResponseEntity<byte[]> call(@PathVariable String id, HttpServletRequest request) throws IOException {
        long start = System.nanoTime();
        Tenant caller = door.caller(request);
        Terms terms = caller.terms();
        Deadline deadline = Deadline.in(terms.deadline().orElse(properties.deadline()));
        Service service = allowed(id, terms);
        Effort effort = effort(service);
        byte[] body = bodies.read(request);
        try (Visit visit = door.enter(caller)) {
            byte[] cards = path.answer(visit.tenant(), service, body, deadline, effort);
            counts.answered(service, Duration.ofNanos(System.nanoTime() - start), deadline.expired());
            return json(terms.mode() == Terms.Mode.SHADOW ? SILENCE : cards);
        }
    }

    private Effort effort(Service service) {
        Effort effort = pressure.effort(service);
        if (effort == Effort.NONE) {
            counts.turnedAway();
            throw TooMany.altogether();
        }
        return effort;
    }

    private Service allowed(String id, Terms terms) {
        Service service = discovery.service(id).orElseThrow(Refusal::unknownService);
        if (!terms.allows(service.hook())) {
            throw Refusal.notAllowed();
        }
        return service;
    }

    private static ResponseEntity<byte[]> json(byte[] body) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8))
                .body(body);
    }
}
