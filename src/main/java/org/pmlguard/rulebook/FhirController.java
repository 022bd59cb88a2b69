package org.pmlguard.rulebook;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.r4.model.Resource;
import org.pmlguard.rulebook.fhir.LibraryWriter;
import org.pmlguard.rulebook.fhir.PlanDefinitionWriter;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The rule book as FHIR R4: the pack as a Library, each rule as a PlanDefinition. */
@RestController
class FhirController {

    private static final MediaType FHIR = new MediaType("application", "fhir+json", StandardCharsets.UTF_8);

    private final RuleBook book;
    private final RuleJson json;

    FhirController(RuleBook book, RuleJson json) {
        this.book = book;
        this.json = json;
    }

    @GetMapping("/knowledge/fhir/Library")
    ResponseEntity<byte[]> library() {
        return answer(new LibraryWriter(book.knowledge()).write(json.all()));
    }

    @GetMapping("/knowledge/fhir/PlanDefinition/{id}")
    ResponseEntity<byte[]> plan(@PathVariable String id) {
        return book.rule(id)
                .map(view -> answer(new PlanDefinitionWriter(book.knowledge()).write(view.rule())))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private ResponseEntity<byte[]> answer(Resource resource) {
        String text = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource);
        return ResponseEntity.ok().contentType(FHIR).body(text.getBytes(StandardCharsets.UTF_8));
    }
}
