package org.pmlguard.hook;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pmlguard.cdshooks.BadCall;
import org.pmlguard.cdshooks.Discovery;
import org.pmlguard.cdshooks.FeedbackEntry;
import org.pmlguard.cdshooks.FeedbackEntry.Rejected;
import org.pmlguard.cdshooks.FeedbackEntry.Valid;
import org.pmlguard.cdshooks.FeedbackReader;
import org.pmlguard.cdshooks.Outcome;
import org.pmlguard.cdshooks.Service;
import org.pmlguard.ledger.Ledger;
import org.pmlguard.ledger.LedgerDown;
import org.pmlguard.ledger.ReceivedFeedback;
import org.pmlguard.tenant.FrontDoor;
import org.pmlguard.tenant.Tenant;
import org.pmlguard.tenant.Visit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What became of the cards. 200 means that every entry that could be read is committed; whether its card is known makes no
 * difference to the caller.
 */
@RestController
class FeedbackController {

    private static final Logger LOG = LoggerFactory.getLogger(FeedbackController.class);

    private final FeedbackReader reader = new FeedbackReader();
    private final Discovery discovery;
    private final FrontDoor door;
    private final Ledger ledger;
    private final BodyReader bodies;
    private final Clock clock;
    private final FeedbackCounts counts;

    FeedbackController(
            Discovery discovery, FrontDoor door, Ledger ledger, BodyReader bodies, Clock clock, FeedbackCounts counts) {
        this.discovery = discovery;
        this.door = door;
        this.ledger = ledger;
        this.bodies = bodies;
        this.clock = clock;
        this.counts = counts;
    }

    @PostMapping("/cds-services/{id}/feedback")
    ResponseEntity<byte[]> feedback(@PathVariable String id, HttpServletRequest request) throws IOException {
        Tenant caller = door.caller(request);
        Service service = discovery.service(id).orElseThrow(Refusal::unknownService);
        byte[] body = bodies.read(request);
        try (Visit visit = door.enter(caller)) {
            return answer(take(visit.tenant(), service, reader.read(body)));
        }
    }

    /** Commits what could be read, and gives back what could not. */
    private List<Rejected> take(Tenant tenant, Service service, List<FeedbackEntry> entries) {
        Instant now = clock.instant();
        List<ReceivedFeedback> received = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        for (FeedbackEntry entry : entries) {
            switch (entry) {
                case Valid valid ->
                    received.add(new ReceivedFeedback(tenant.id(), service.id(), valid.feedback(), now));
                case Rejected bad -> rejected.add(bad);
            }
        }
        LOG.atInfo()
                .addKeyValue("event.action", "feedback")
                .addKeyValue("tenant", tenant.id())
                .log(
                        "feedback tenant={} service={} taken={} rejected={}",
                        tenant.id(),
                        service.id(),
                        received.size(),
                        rejected.size());
        commit(received, rejected);
        return rejected;
    }

    private void commit(List<ReceivedFeedback> received, List<Rejected> rejected) {
        if (received.isEmpty() && !rejected.isEmpty()) {
            throw new BadCall(rejected.getFirst().path(), rejected.getFirst().rule());
        }
        try {
            if (!received.isEmpty()) {
                ledger.record(received);
                received.forEach(entry -> counts.recorded(entry.feedback()));
            }
        } catch (LedgerDown e) {
            throw Refusal.tryAgain();
        }
    }

    /** Empty if all went well; else the first entry that could not be read, while the others are kept. */
    private static ResponseEntity<byte[]> answer(List<Rejected> rejected) {
        ResponseEntity.BodyBuilder ok = ResponseEntity.ok();
        if (rejected.isEmpty()) {
            return ok.build();
        }
        Rejected first = rejected.getFirst();
        Outcome outcome = new Outcome(
                Outcome.Code.INVALID,
                rejected.size() + " of the entries not understood, the others are recorded. " + first.rule(),
                Optional.of(first.path()));
        return ok.contentType(new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8))
                .body(outcome.toJson());
    }
}
