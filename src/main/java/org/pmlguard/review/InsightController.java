package org.pmlguard.review;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.MeasureReport;
import org.pmlguard.audit.Audit;
import org.pmlguard.audit.Deed;
import org.pmlguard.review.Insight.OfRule;
import org.pmlguard.review.Insight.Reason;
import org.pmlguard.review.handover.BurdenReport;
import org.pmlguard.review.handover.Csv;
import org.pmlguard.review.staff.Staff;
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
    private static final List<String> HEAD =
            List.of("name", "orders", "flagged", "quiet", "incomplete", "accepted", "overridden", "shadow");
    private static final List<String> RULE_HEAD = List.of("rule", "held", "said", "shadow", "overridden", "last");
    private static final List<String> REASON_HEAD = List.of("reason", "times");

    private final Insight insight;
    private final Audit audit;
    private final SilenceWatch silences;
    private final RegistryProperties registry;
    private final Words words;
    private final Clock clock;

    InsightController(
            Insight insight,
            Audit audit,
            SilenceWatch silences,
            RegistryProperties registry,
            Words words,
            Clock clock) {
        this.insight = insight;
        this.audit = audit;
        this.silences = silences;
        this.registry = registry;
        this.clock = clock;
        this.words = words;
    }

    @GetMapping("/review/insight")
    ModelAndView page(@RequestParam(defaultValue = "90") String days, Principal principal) {
        Staff staff = Staff.of(principal);
        Insight.Asked asked = new Insight.Asked(days(days), staff);
        return new ModelAndView("review/insight")
                .addObject("staff", staff)
                .addObject("words", words)
                .addObject("days", asked.days())
                .addObject("silence", silences.found(staff.tenants()))
                .addObject("registry", registry.enabled())
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
        Insight.Asked asked = new Insight.Asked(days(days), Staff.of(principal));
        audit.done(asked.staff().who(), Deed.EXPORTED, "counts");
        Stream<List<String>> lines = switch (by) {
            case "rule" ->
                Stream.concat(
                        Stream.of(RULE_HEAD), insight.rules(asked).stream().map(OfRule::cells));
            case "reason" ->
                Stream.concat(
                        Stream.of(REASON_HEAD), insight.reasons(asked).stream().map(Reason::cells));
            default ->
                Stream.concat(
                        Stream.of(HEAD),
                        insight.orders(Insight.By.of(by).orElse(Insight.By.DRUG), asked).stream()
                                .map(Insight.Row::cells));
        };
        String text = lines.map(Csv::line).collect(Collectors.joining());
        return file("insight.csv", new MediaType("text", "csv", StandardCharsets.UTF_8), text);
    }

    /** A FHIR R4 MeasureReport. */
    @GetMapping("/review/insight.json")
    ResponseEntity<byte[]> report(@RequestParam(defaultValue = "90") String days, Principal principal) {
        Insight.Asked asked = new Insight.Asked(days(days), Staff.of(principal));
        audit.done(asked.staff().who(), Deed.EXPORTED, "counts");
        Instant now = clock.instant();
        MeasureReport report = BurdenReport.of(
                now.minus(Duration.ofDays(asked.days())),
                now,
                insight.orders(Insight.By.DRUG, asked).stream()
                        .map(row -> row.counts(words.drug(row.name())))
                        .toList());
        return file(
                "insight.json",
                MediaType.parseMediaType("application/fhir+json"),
                FhirContext.forR4Cached().newJsonParser().setPrettyPrint(true).encodeResourceToString(report));
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, String text) {
        return ResponseEntity.ok()
                .contentType(type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What cannot be read is the usual quarter. */
    private static int days(String given) {
        return given.matches("[0-9]{1,4}") ? Math.clamp(Integer.parseInt(given), 1, LONGEST_DAYS) : 90;
    }
}
