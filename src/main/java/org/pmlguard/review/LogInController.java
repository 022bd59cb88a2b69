package org.pmlguard.review;

import java.security.Principal;
import org.pmlguard.review.staff.Right;
import org.pmlguard.review.staff.Staff;
import org.pmlguard.review.staff.WaysIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The way in, and to the page that somebody may see. */
@Controller
class LogInController {

    private final WaysIn ways;

    LogInController(WaysIn ways) {
        this.ways = ways;
    }

    @GetMapping("/login")
    ModelAndView login(
            @RequestParam(required = false) String error,
            @RequestParam(required = false) String out,
            @RequestParam(defaultValue = "") String refused) {
        return new ModelAndView("review/login")
                .addObject("ways", ways)
                .addObject("failed", error != null)
                .addObject("left", out != null)
                .addObject("refused", words(refused));
    }

    private static String words(String refused) {
        return switch (refused) {
            case "" -> "";
            case "no_role" -> "You are known there, but have no role here. Ask whoever gives out roles.";
            case "no_name" ->
                "You are known there, but under no name that can be used here. Ask whoever runs this server.";
            case "away" -> "Your hospital's log-in cannot be reached now. Try again in a moment.";
            default -> "Your hospital's log-in did not let you in, or took too long. Try again.";
        };
    }

    /** Asks first whether anybody is there, so that nobody ends on an error page. */
    @GetMapping("/login/start")
    String elsewhere() {
        return ways.isThere() ? "redirect:/oauth2/authorization/desk" : "redirect:/login?refused=away";
    }

    @GetMapping("/review/start")
    String start(Principal principal) {
        return Staff.of(principal).rights().contains(Right.READ_CASES)
                ? "redirect:/review"
                : "redirect:/review/insight";
    }

    @RequestMapping("/review/refused")
    ModelAndView refused() {
        ModelAndView page = new ModelAndView("review/refused");
        page.setStatus(HttpStatus.FORBIDDEN);
        return page;
    }
}
