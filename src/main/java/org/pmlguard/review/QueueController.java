package org.pmlguard.review;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pmlguard.audit.Audit;
import org.pmlguard.knowledge.drug.Drug;
import org.pmlguard.review.staff.Staff;
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

    /** Less would be found everywhere. */
    private static final int SHORTEST = 2;

    private final Queue queue;
    private final Audit audit;
    private final Tenants tenants;
    private final Words words;
    private final Live live;

    QueueController(Queue queue, Audit audit, Tenants tenants, Words words, Live live) {
        this.queue = queue;
        this.audit = audit;
        this.tenants = tenants;
        this.words = words;
        this.live = live;
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
        Staff staff = Staff.of(principal);
        return page(staff, wanted).addObject("page", queue.page(wanted, staff));
    }

    /** By POST: a patient's id belongs in no address. */
    @PostMapping("/review/search")
    ModelAndView search(@RequestParam(defaultValue = "") String asked, Principal principal) {
        Staff staff = Staff.of(principal);
        String text = asked.strip().replace("\0", "");
        List<Line> found = text.length() < SHORTEST ? List.of() : queue.search(text, drugs(text), staff);
        boolean isPatient = found.stream()
                .anyMatch(line -> line.patient().filter(text::equals).isPresent());
        audit.searched(staff.who(), isPatient ? Optional.of(text) : Optional.empty());
        return page(staff, new Wanted("all", "", "", "", "", ""))
                .addObject("page", Queue.Page.of(found))
                .addObject("searched", true)
                .addObject("asked", text);
    }

    private List<String> drugs(String text) {
        String part = text.toLowerCase(Locale.ROOT);
        return words.drugs().stream()
                .filter(drug -> drug.name().toLowerCase(Locale.ROOT).contains(part))
                .map(Drug::id)
                .toList();
    }

    @GetMapping("/review/live")
    SseEmitter live(Principal principal) {
        return live.open(Staff.of(principal));
    }

    private ModelAndView page(Staff staff, Wanted wanted) {
        return new ModelAndView("review/queue")
                .addObject("wanted", wanted)
                .addObject("staff", staff)
                .addObject("words", words)
                .addObject("searched", false)
                .addObject("asked", "")
                .addObject(
                        "tenants",
                        tenants.all().stream()
                                .map(Tenant::id)
                                .filter(staff::maySee)
                                .toList());
    }
}
