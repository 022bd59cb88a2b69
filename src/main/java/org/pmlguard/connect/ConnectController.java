package org.pmlguard.connect;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.pmlguard.cdshooks.Discovery;
import org.pmlguard.connect.check.Report;
import org.pmlguard.connect.dsi.DsiJson;
import org.pmlguard.connect.dsi.Predictive;
import org.pmlguard.connect.dsi.SourceAttributes;
import org.pmlguard.connect.kit.Examples;
import org.pmlguard.connect.kit.Sheet;
import org.pmlguard.connect.kit.Vendors;
import org.pmlguard.tenant.Tenant.Auth;
import org.pmlguard.tenant.Tenants;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The pages for health IT. Whoever reaches the server may read them, so they hold nothing of any tenant. */
@Controller
class ConnectController {

    private final Discovery discovery;
    private final Tenants tenants;
    private final ConnectProperties properties;
    private final Examples examples;
    private final Vendors vendors;
    private final SourceAttributes source;
    private final LastRun lastRun;

    ConnectController(
            Discovery discovery,
            Tenants tenants,
            ConnectProperties properties,
            Examples examples,
            Vendors vendors,
            SourceAttributes source,
            LastRun lastRun) {
        this.discovery = discovery;
        this.tenants = tenants;
        this.properties = properties;
        this.examples = examples;
        this.vendors = vendors;
        this.source = source;
        this.lastRun = lastRun;
    }

    @GetMapping("/connect")
    ModelAndView connect() {
        return new ModelAndView("connect/connect")
                .addObject("sheet", sheet())
                .addObject("algorithms", Sheet.ALGORITHMS)
                .addObject("examples", examples)
                .addObject("vendors", vendors.vendors());
    }

    @GetMapping("/connect/registration.json")
    ResponseEntity<byte[]> registration() {
        return download("pml-guard-registration.json", sheet().toJson());
    }

    @GetMapping("/connect/examples/{service}/{file}")
    ResponseEntity<byte[]> example(@PathVariable String service, @PathVariable String file) {
        return examples.find(service, file)
                .map(example -> download(service + "." + example.file(), example.body()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** Only a server that answers anybody tries itself for anybody. */
    @GetMapping("/connect/doctor")
    ModelAndView doctor(HttpServletRequest request) {
        boolean open = isOpen();
        Optional<Report> report = open ? lastRun.of(ourselves(request)) : Optional.empty();
        return new ModelAndView("connect/doctor").addObject("open", open).addObject("report", report.orElse(null));
    }

    @GetMapping("/dsi")
    ModelAndView dsi() {
        return new ModelAndView("connect/dsi").addObject("source", source).addObject("reason", Predictive.REASON);
    }

    @GetMapping("/dsi.json")
    ResponseEntity<byte[]> dsiJson() {
        return ResponseEntity.ok().contentType(json()).body(DsiJson.of(source));
    }

    private boolean isOpen() {
        return tenants.all().stream().allMatch(tenant -> tenant.auth() == Auth.NONE);
    }

    /** The socket that this request came in by; what its Host header says is not asked. */
    private static URI ourselves(HttpServletRequest request) {
        String address = request.getLocalAddr();
        String host = address.contains(":") ? "[" + address.replaceFirst("%.*", "") + "]" : address;
        return URI.create("http://" + host + ":" + request.getLocalPort());
    }

    /** The configured address; without one, how the reader came here. */
    private Sheet sheet() {
        String configured = properties.base();
        return configured.isEmpty()
                ? Sheet.of(
                        discovery,
                        ServletUriComponentsBuilder.fromCurrentContextPath().toUriString(),
                        false)
                : Sheet.of(discovery, configured, true);
    }

    private static ResponseEntity<byte[]> download(String name, byte[] body) {
        return ResponseEntity.ok()
                .contentType(json())
                .headers(headers -> headers.setContentDisposition(
                        ContentDisposition.attachment().filename(name).build()))
                .body(body);
    }

    private static MediaType json() {
        return new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8);
    }
}
