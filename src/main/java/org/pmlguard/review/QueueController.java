package org.pmlguard.review;

import java.security.Principal;
import java.util.List;
import org.pmlguard.tenant.Tenant;
import org.pmlguard.tenant.Tenants;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The queue, and the way in. */
@Controller
class QueueController {

    private final Queue queue;
    private final DeskUsers users;
    private final Tenants tenants;
    private final Words words;
    private final Live live;

    QueueController(Queue queue, DeskUsers users, Tenants tenants, Words words, Live live) {
        this.queue = queue;
        this.users = users;
        this.tenants = tenants;
        this.words = words;
        this.live = live;
    }

    @GetMapping("/login")
    ModelAndView login(@RequestParam(required = false) String error, @RequestParam(required = false) String out) {
        return new ModelAndView("review/login")
                .addObject("failed", error != null)
                .addObject("left", out != null);
    }

    @GetMapping("/review")
    ModelAndView queue(
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String indicator,
            @RequestParam(defaultValue = "") String drug,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String tenant,
            @RequestParam(defaultValue = "") String after,
            Principal principal) {
        Wanted wanted = new Wanted(status, indicator, drug, answer, tenant, after);
        Staff staff = users.staff(principal.getName());
        return page(staff, wanted).addObject("page", queue.page(wanted, staff));
    }

    /** By POST: a patient's id belongs in no address. */
    @PostMapping("/review/patient")
    ModelAndView ofPatient(@RequestParam(defaultValue = "") String patient, Principal principal) {
        Staff staff = users.staff(principal.getName());
        List<Line> found = queue.ofPatient(patient.strip(), staff);
        return page(staff, new Wanted("all", "", "", "", "", ""))
                .addObject("page", Queue.Page.of(found))
                .addObject("searched", true);
    }

    @GetMapping("/review/live")
    SseEmitter live(Principal principal) {
        return live.open(users.staff(principal.getName()));
    }

    private ModelAndView page(Staff staff, Wanted wanted) {
        return new ModelAndView("review/queue")
                .addObject("wanted", wanted)
                .addObject("staff", staff)
                .addObject("words", words)
                .addObject("searched", false)
                .addObject(
                        "tenants",
                        tenants.all().stream()
                                .map(Tenant::id)
                                .filter(staff::maySee)
                                .toList());
    }
}
