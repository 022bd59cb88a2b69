package org.pmlguard.rulebook;

import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The rule book as pages, for people. */
@Controller
class PageController {

    private final RuleBook book;

    PageController(RuleBook book) {
        this.book = book;
    }

    /** All of it; the filter narrows the rules only. */
    @GetMapping("/knowledge")
    ModelAndView all(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String indicator,
            @RequestParam(defaultValue = "") String drug) {
        Filter filter = new Filter(q, indicator, drug);
        return page("rulebook/book").addObject("filter", filter).addObject("rules", book.rules(filter));
    }

    /** One rule, to be linked from a card. */
    @GetMapping("/knowledge/rules/{id}")
    ModelAndView rule(@PathVariable String id) {
        return book.rule(id)
                .map(rule -> page("rulebook/rule").addObject("view", rule).addObject("off", false))
                .or(() -> switchedOff(id))
                .orElseGet(this::unknown);
    }

    /** A rule that the site switched off is shown as it was shipped, and says so. */
    private Optional<ModelAndView> switchedOff(String id) {
        return book.off().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .map(rule -> page("rulebook/rule").addObject("view", rule).addObject("off", true));
    }

    private ModelAndView unknown() {
        ModelAndView unknown = page("rulebook/unknown");
        unknown.setStatus(HttpStatus.NOT_FOUND);
        return unknown;
    }

    private ModelAndView page(String template) {
        return new ModelAndView(template)
                .addObject("book", book)
                .addObject("edition", book.knowledge().edition());
    }
}
