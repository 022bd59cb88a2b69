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
        Optional<RuleView> rule = book.rule(id);
        if (rule.isEmpty()) {
            ModelAndView unknown = page("rulebook/unknown");
            unknown.setStatus(HttpStatus.NOT_FOUND);
            return unknown;
        }
        return page("rulebook/rule").addObject("view", rule.get());
    }

    private ModelAndView page(String template) {
        return new ModelAndView(template)
                .addObject("book", book)
                .addObject("edition", book.knowledge().edition());
    }
}
