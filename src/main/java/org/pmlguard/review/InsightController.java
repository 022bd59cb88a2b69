package org.pmlguard.review;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Is it helping or nagging? */
@Controller
class InsightController {

    private static final int LONGEST_DAYS = 3_660;
    private static final String HEAD = "name,orders,flagged,quiet,incomplete,accepted,overridden,shadow";

    private final Insight insight;
    private final DeskUsers users;
    private final Words words;

    InsightController(Insight insight, DeskUsers users, Words words) {
        this.insight = insight;
        this.users = users;
        this.words = words;
    }

    @GetMapping("/review/insight")
    ModelAndView page(@RequestParam(defaultValue = "90") String days, Principal principal) {
        Staff staff = users.staff(principal.getName());
        Insight.Asked asked = new Insight.Asked(days(days), staff);
        return new ModelAndView("review/insight")
                .addObject("staff", staff)
                .addObject("words", words)
                .addObject("days", asked.days())
                .addObject("rules", insight.rules(asked))
                .addObject("reasons", insight.reasons(asked))
                .addObject(
                        "tables",
                        Arrays.stream(Insight.By.values())
                                .map(by -> new Table(by, insight.orders(by, asked)))
                                .toList());
    }

    /** Orders counted together in one way. */
    record Table(Insight.By by, List<Insight.Row> rows) {
        Table {
            rows = List.copyOf(rows);
        }
    }

    @GetMapping("/review/insight.csv")
    ResponseEntity<byte[]> csv(
            @RequestParam(defaultValue = "drug") String by,
            @RequestParam(defaultValue = "90") String days,
            Principal principal) {
        Insight.Asked asked = new Insight.Asked(days(days), users.staff(principal.getName()));
        Insight.By kind = Insight.By.of(by).orElse(Insight.By.DRUG);
        String text = insight.orders(kind, asked).stream()
                .map(Insight.Row::csv)
                .collect(Collectors.joining("\r\n", HEAD + "\r\n", "\r\n"));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"insight.csv\"")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What cannot be read is the usual quarter. */
    private static int days(String given) {
        return given.matches("[0-9]{1,4}") ? Math.clamp(Integer.parseInt(given), 1, LONGEST_DAYS) : 90;
    }
}
