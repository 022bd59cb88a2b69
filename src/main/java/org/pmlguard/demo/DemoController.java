package org.pmlguard.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.pmlguard.demo.ehr.Fault;
import org.pmlguard.tenant.FhirServer;
import org.pmlguard.tenant.OwnServers;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** The page of the demo EHR and the little it asks of us beside FHIR and CDS Hooks. */
@Controller
@Conditional(InTrial.class)
class DemoController {

    private final Cast cast;
    private final Formulary formulary;
    private final OwnServers servers;
    private final Clock clock;

    DemoController(Cast cast, Formulary formulary, OwnServers servers, Clock clock) {
        this.cast = cast;
        this.formulary = formulary;
        this.servers = servers;
        this.clock = clock;
    }

    @GetMapping("/demo")
    ModelAndView page() {
        return new ModelAndView("demo/demo").addObject("patients", cast.patients());
    }

    /**
     * What the page works with.
     *
     * @param today the day it is on this server
     * @param ehrs for each kind of EHR, its path here, where the browser reads, and the address that PML Guard is told
     */
    record Setting(LocalDate today, Formulary formulary, Cast cast, Map<String, Ehr> ehrs) {}

    /** The two names of one FHIR base. */
    record Ehr(String path, String fhirServer) {}

    @GetMapping("/demo/setting.json")
    @ResponseBody
    Setting setting() {
        Map<String, Ehr> ehrs = Arrays.stream(Fault.values()).collect(Collectors.toMap(Fault::id, this::ehr));
        return new Setting(LocalDate.now(clock), formulary, cast, ehrs);
    }

    private Ehr ehr(Fault fault) {
        String told = servers.listening().get().stream()
                .map(FhirServer::toString)
                .filter(base -> base.endsWith(fault.path()))
                .findFirst()
                .orElse("");
        return new Ehr(fault.path(), told);
    }
}
