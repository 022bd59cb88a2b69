package org.pmlguard.review;

import ca.uhn.fhir.context.FhirContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.pmlguard.audit.Audit;
import org.pmlguard.audit.Deed;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.review.handover.CaseBundle;
import org.pmlguard.review.handover.CaseTable;
import org.pmlguard.review.handover.Csv;
import org.pmlguard.review.handover.RegistryRow;
import org.pmlguard.review.handover.Reviewed;
import org.pmlguard.review.staff.Staff;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/** Takes cases out as files. What is taken out stands in the audit. */
@Controller
class HandoverController {

    private static final String CASE = "/review/{id:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Wanted.Place FIRST = new Wanted.Place(-1, new UUID(0, 0));

    private final Desk desk;
    private final Reviews reviews;
    private final Audit audit;
    private final Words words;
    private final Knowledge knowledge;
    private final RegistryProperties registry;

    HandoverController(
            Desk desk, Reviews reviews, Audit audit, Words words, Knowledge knowledge, RegistryProperties registry) {
        this.desk = desk;
        this.reviews = reviews;
        this.audit = audit;
        this.words = words;
        this.knowledge = knowledge;
        this.registry = registry;
    }

    @GetMapping(CASE + "/export/case.json")
    ResponseEntity<byte[]> fhir(@PathVariable UUID id, Principal principal) {
        return taken(
                id,
                principal,
                "FHIR",
                "application/fhir+json",
                "case.json",
                one -> FhirContext.forR4Cached()
                        .newJsonParser()
                        .setPrettyPrint(true)
                        .encodeResourceToString(
                                CaseBundle.of(one, one.drug().isEmpty() ? "" : words.drug(one.drug()))));
    }

    @GetMapping(CASE + "/export/case.csv")
    ResponseEntity<byte[]> table(@PathVariable UUID id, Principal principal) {
        return taken(id, principal, "table", "text/csv;charset=UTF-8", "case.csv", CaseTable::of);
    }

    private ResponseEntity<byte[]> taken(
            UUID id, Principal principal, String about, String type, String name, Function<Reviewed, String> writer) {
        Staff staff = Staff.of(principal);
        Optional<Line> line = desk.find(id).filter(one -> staff.maySee(one.tenant()));
        Optional<Reviewed> whole = line.flatMap(reviews::of);
        if (whole.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        audit.ofCase(staff.who(), Deed.EXPORTED_CASE, line.orElseThrow().ofCase(), about);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(writer.apply(whole.get()).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/review/registry.ndjson")
    void registryLines(Principal principal, HttpServletResponse response) throws IOException {
        RegistryRow rows = new RegistryRow(knowledge, registry.key());
        registry(principal, response, "application/x-ndjson", "", one -> JSON.writeValueAsString(rows.of(one)) + "\n");
    }

    @GetMapping("/review/registry.csv")
    void registryTable(Principal principal, HttpServletResponse response) throws IOException {
        RegistryRow rows = new RegistryRow(knowledge, registry.key());
        registry(
                principal,
                response,
                "text/csv;charset=UTF-8",
                Csv.line(RegistryRow.FIELDS),
                one -> Csv.line(rows.cells(one)));
    }

    private void registry(
            Principal principal,
            HttpServletResponse response,
            String type,
            String head,
            Function<Reviewed, String> writer)
            throws IOException {
        if (!registry.enabled()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Staff staff = Staff.of(principal);
        audit.done(staff.who(), Deed.EXPORTED, "closed cases for a registry");
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment");
        PrintStream lines = new PrintStream(response.getOutputStream(), false, StandardCharsets.UTF_8);
        lines.print(head);
        List<Line> closed = reviews.closed(FIRST, staff);
        while (!closed.isEmpty()) {
            closed.forEach(line -> reviews.of(line).map(writer).ifPresent(lines::print));
            Line last = closed.getLast();
            closed = reviews.closed(new Wanted.Place(last.place(), last.id()), staff);
        }
        lines.flush();
    }
}
