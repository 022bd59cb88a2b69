package org.pmlguard.demo;

import org.pmlguard.demo.ehr.FhirServlet;
import org.pmlguard.ledger.Ledger;
import org.pmlguard.ledger.LedgerDown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets the next visitor begin anew. */
@RestController
@Conditional(InTrial.class)
class ResetController {

    private static final Logger LOG = LoggerFactory.getLogger(ResetController.class);

    private final Cast cast;
    private final FhirServlet fhir;
    private final Ledger ledger;

    ResetController(Cast cast, FhirServlet fhir, Ledger ledger) {
        this.cast = cast;
        this.fhir = fhir;
        this.ledger = ledger;
    }

    /** Puts every chart back to how it was, and forgets what visitors answered to the cards of the named patients. */
    @PostMapping("/demo/reset")
    ResponseEntity<Void> reset() {
        fhir.reset();
        try {
            ledger.forgetAnswers(PastDecider.TENANT, cast.ids());
        } catch (LedgerDown e) {
            LOG.warn("the answers to the demo's cards could not be forgotten, the ledger cannot be reached");
        }
        return ResponseEntity.noContent().build();
    }
}
