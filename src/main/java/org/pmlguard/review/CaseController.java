package org.pmlguard.review;

import java.security.Principal;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.pmlguard.audit.Audit;
import org.pmlguard.audit.Deed;
import org.pmlguard.review.staff.Staff;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The page of a case, and what is done there. */
@Controller
class CaseController {

    private static final String CASE = "/review/{id:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}";

    private final Desk desk;
    private final CaseViews views;
    private final Audit audit;
    private final Words words;

    CaseController(Desk desk, CaseViews views, Audit audit, Words words) {
        this.desk = desk;
        this.views = views;
        this.audit = audit;
        this.words = words;
    }

    @GetMapping(CASE)
    ModelAndView page(@PathVariable UUID id, Principal principal) {
        Staff staff = Staff.of(principal);
        Optional<Line> line = seen(id, staff);
        line.ifPresent(shown -> audit.ofCase(staff.who(), Deed.READ_CASE, shown.ofCase(), ""));
        return line.flatMap(shown -> page(shown, staff, "", "")).orElseGet(CaseController::unknown);
    }

    /** Answered with the page of the case only after the commit; refused with what was typed still in the form. */
    @PostMapping(CASE + "/acts")
    ModelAndView act(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam String action,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String note,
            Principal principal) {
        Staff staff = Staff.of(principal);
        Optional<Line> line = seen(id, staff);
        if (line.isEmpty()) {
            return unknown();
        }
        try {
            desk.act(line.get(), version, staff, Act.of(action, code, note));
            audit.acted(id);
            return new ModelAndView(to("/review/" + id + "#trail"));
        } catch (Refused refused) {
            return refused(id, staff, note, refused);
        }
    }

    private ModelAndView refused(UUID id, Staff staff, String note, Refused refused) {
        ModelAndView page = seen(id, staff)
                .flatMap(now -> page(now, staff, refused.why(), note))
                .orElseGet(CaseController::unknown);
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private static RedirectView to(String path) {
        RedirectView view = new RedirectView(path);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return view;
    }

    /** A case of a tenant that is not theirs does not exist for them. */
    private Optional<Line> seen(UUID id, Staff staff) {
        return desk.find(id).filter(line -> staff.maySee(line.tenant()));
    }

    private Optional<ModelAndView> page(Line line, Staff staff, String refused, String note) {
        return views.of(line)
                .map(view -> new ModelAndView("review/case")
                        .addObject("view", view)
                        .addObject("line", line)
                        .addObject("staff", staff)
                        .addObject("words", words)
                        .addObject("refused", refused)
                        .addObject("note", note)
                        .addObject("interventions", Arrays.asList(Coded.Intervention.values()))
                        .addObject("conclusions", Arrays.asList(Coded.Conclusion.values())));
    }

    private static ModelAndView unknown() {
        ModelAndView unknown = new ModelAndView("review/unknown");
        unknown.setStatus(HttpStatus.NOT_FOUND);
        return unknown;
    }
}
