package org.pmlguard.home;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.pmlguard.cdshooks.Discovery;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.tenant.Tenant.Auth;
import org.pmlguard.tenant.Tenants;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The home page. */
@Controller
class HomeController {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

    private final Knowledge knowledge;
    private final Discovery discovery;
    private final Tenants tenants;
    private final Doors doors;
    private final String since;

    HomeController(Knowledge knowledge, Discovery discovery, Tenants tenants, Doors doors, Clock clock) {
        this.knowledge = knowledge;
        this.discovery = discovery;
        this.tenants = tenants;
        this.doors = doors;
        this.since = MINUTE.format(clock.instant().atZone(clock.getZone())) + " " + name(clock.getZone());
    }

    @GetMapping("/")
    ModelAndView home() {
        return new ModelAndView("home/home")
                .addObject("knowledge", knowledge)
                .addObject("edition", knowledge.edition())
                .addObject("services", discovery.services())
                .addObject("open", tenants.all().stream().anyMatch(tenant -> tenant.auth() == Auth.NONE))
                .addObject("tenants", tenants.all().size())
                .addObject("doors", doors)
                .addObject("since", since);
    }

    private static String name(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }
}
