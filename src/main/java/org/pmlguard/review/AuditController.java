package org.pmlguard.review;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.pmlguard.audit.Access;
import org.pmlguard.audit.Audit;
import org.pmlguard.audit.Deed;
import org.pmlguard.ledger.Ledger;
import org.pmlguard.review.staff.Right;
import org.pmlguard.review.staff.Staff;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Was anything changed afterwards, and who looked at what? */
@Controller
class AuditController {

    private static final int PAGE = 100;
    private static final int USUAL_DAYS = 30;

    private final Audit audit;
    private final Ledger ledger;
    private final Words words;
    private final Clock clock;

    AuditController(Audit audit, Ledger ledger, Words words, Clock clock) {
        this.audit = audit;
        this.ledger = ledger;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/review/audit")
    ModelAndView page(@RequestParam(defaultValue = "") String before, Principal principal) {
        Staff staff = Staff.of(principal);
        boolean mayRead = staff.rights().contains(Right.READ_AUDIT);
        if (mayRead) {
            audit.done(staff.who(), Deed.READ_AUDIT, "page");
        }
        List<Access> accesses = mayRead ? audit.before(moment(before), PAGE) : List.of();
        return new ModelAndView("review/audit")
                .addObject("staff", staff)
                .addObject("words", words)
                .addObject("state", audit.state())
                .addObject("waits", !ledger.state().open())
                .addObject("accesses", accesses)
                .addObject(
                        "next",
                        accesses.size() == PAGE ? accesses.getLast().at().toString() : "");
    }

    /** Until just after now, unless another moment is asked for. */
    private Instant moment(String before) {
        try {
            return before.isBlank() ? clock.instant().plusSeconds(1) : Instant.parse(before);
        } catch (DateTimeException e) {
            return clock.instant().plusSeconds(1);
        }
    }

    @PostMapping("/review/audit/verify")
    RedirectView verify() {
        audit.verify();
        RedirectView view = new RedirectView("/review/audit");
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return view;
    }

    /** FHIR AuditEvents, one to a line; the last thirty days unless others are asked for. */
    @GetMapping("/review/audit.ndjson")
    void export(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Principal principal,
            HttpServletResponse response)
            throws IOException {
        LocalDate last = day(to, LocalDate.now(clock));
        LocalDate first = day(from, last.minusDays(USUAL_DAYS));
        audit.done(Staff.of(principal).who(), Deed.EXPORTED, "audit from " + first + " to " + last);
        response.setContentType("application/fhir+ndjson");
        response.setHeader("Content-Disposition", "attachment; filename=\"audit.ndjson\"");
        PrintStream lines = new PrintStream(response.getOutputStream(), false, StandardCharsets.UTF_8);
        audit.export().write(first, last, line -> lines.print(line + "\n"));
        lines.flush();
    }

    private static LocalDate day(String given, LocalDate otherwise) {
        try {
            return given.isBlank() ? otherwise : LocalDate.parse(given);
        } catch (DateTimeException e) {
            return otherwise;
        }
    }
}
