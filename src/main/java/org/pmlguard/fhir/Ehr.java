package org.pmlguard.fhir;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.pmlguard.cdshooks.AccessToken;
import org.pmlguard.clinical.Gap;
import org.pmlguard.fhir.Phrasings.Phrase;
import org.pmlguard.tenant.FhirServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A registered FHIR server, asked for one call. The token goes to this server only: every address is checked before a
 * connection is made, and redirects are not followed. Of a failure the log gets the server and the cause; queries name
 * patients.
 */
final class Ehr implements Outbound {

    private static final Logger LOG = LoggerFactory.getLogger(Ehr.class);

    private final Line line;
    private final Optional<AccessToken> token;
    private final Deadline deadline;
    private final Allowance allowance;
    private final Consumer<Attempt> witness;

    /** @param witness hears of every attempt */
    Ehr(Line line, Optional<AccessToken> token, Deadline deadline, Allowance allowance, Consumer<Attempt> witness) {
        this.line = line;
        this.token = token;
        this.deadline = deadline;
        this.allowance = allowance;
        this.witness = witness;
    }

    @Override
    public Fetched get(String query) {
        return fetch(server -> Question.of(query, server));
    }

    @Override
    public Fetched follow(String address) {
        return fetch(server -> Question.next(address, server));
    }

    @Override
    public Told ask(Phrasings question) {
        int first = Math.min(line.habit(question.key()), question.phrases().size() - 1);
        Told told = ask(question, first);
        return first > 0 && question.mayHelp(told.fetched()) ? ask(question, 0) : told;
    }

    /** From those words on, until some are understood; the first failure stands if none are. */
    private Told ask(Phrasings question, int first) {
        Optional<Told> failed = Optional.empty();
        for (int n = first; n < question.phrases().size(); n++) {
            Phrase phrase = question.phrases().get(n);
            Told told = new Told(get(phrase.query()), phrase.whole());
            if (!question.mayHelp(told.fetched())) {
                line.understood(question.key(), told.fetched() instanceof Fetched.Resource ? n : 0);
                return told;
            }
            failed = failed.or(() -> Optional.of(told));
        }
        return failed.orElseThrow();
    }

    @Override
    public Outbound hurried() {
        return new Ehr(line, token, deadline.halfway(), allowance, witness);
    }

    @Override
    public Optional<Shelf> medications() {
        return Optional.of(line.medications());
    }

    private Fetched fetch(Function<FhirServer, Optional<Question>> question) {
        return question.apply(line.server())
                .map(this::fetch)
                .orElseGet(() -> new Fetched.Nothing(Gap.Cause.UNREADABLE));
    }

    private Fetched fetch(Question question) {
        Attempt attempt = line.ask(question, token, deadline, allowance);
        witness.accept(attempt);
        if (attempt.fetched() instanceof Fetched.Nothing nothing && attempt.wasMade()) {
            LOG.warn("Nothing from FHIR server {}: {} ({})", line.server(), nothing.why(), attempt.detail());
        }
        return attempt.fetched();
    }

    @Override
    public String toString() {
        return "Ehr[" + line.server() + "]";
    }
}
