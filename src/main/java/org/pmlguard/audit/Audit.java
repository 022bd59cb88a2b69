package org.pmlguard.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pmlguard.ledger.Ledger;
import org.pmlguard.ledger.LedgerDown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** The door of the audit: who did what is written here, and whether the chain holds can be asked. */
public final class Audit {

    private static final Logger LOG = LoggerFactory.getLogger(Audit.class);

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST = 200;
    /** A page that keeps itself up to date asks again and again; that is one look at it. */
    private static final Duration ONE_LOOK = Duration.ofMinutes(10);

    private static final int MOST_LOOKS = 10_000;

    private final Ledger ledger;
    private final Clock clock;
    private final SealWork work;
    private final Cache<String, Boolean> looks = Caffeine.newBuilder()
            .expireAfterWrite(ONE_LOOK)
            .maximumSize(MOST_LOOKS)
            .build();

    Audit(Ledger ledger, Clock clock, SealWork work) {
        this.ledger = ledger;
        this.clock = clock;
        this.work = work;
    }

    /**
     * Who does something.
     *
     * @param name of the account; empty if it is none of ours
     * @param address from which network address
     */
    public record Who(String name, Optional<String> address) {}

    /**
     * A case that somebody looks at.
     *
     * @param patient FHIR id
     */
    public record OfCase(UUID id, String tenant, Optional<String> patient) {
        @Override
        public String toString() {
            return "OfCase[" + id + "]";
        }
    }

    /**
     * Writes down that somebody opened or exported a case; when this returns it is committed. Opening it again within ten
     * minutes is the same look.
     *
     * @throws LedgerDown if it cannot be written; then the case must not be shown
     */
    public void ofCase(Who who, Deed deed, OfCase seen, String about) {
        String look = who.name() + ' ' + seen.id();
        if (deed != Deed.READ_CASE || looks.getIfPresent(look) == null) {
            write(access(who, deed, true, Optional.of(seen.tenant()), seen.patient(), Optional.of(seen.id()), about));
            looks.put(look, true);
        }
    }

    /** Writes down anything else that was done; when this returns it is committed. */
    public void done(Who who, Deed deed, String about) {
        write(access(who, deed, true, Optional.empty(), Optional.empty(), Optional.empty(), about));
    }

    /** Writes down that somebody searched, and for which patient if it was one; when this returns it is committed. */
    public void searched(Who who, Optional<String> patient) {
        write(access(who, Deed.SEARCHED, true, Optional.empty(), patient, Optional.empty(), "cases"));
    }

    /** Writes down a log-in, a log-out or a refusal. If it cannot be written the log says so, and nobody is kept out. */
    public void atTheDoor(Who who, Deed deed, String about) {
        boolean isDone = deed != Deed.LOG_IN_FAILED && deed != Deed.REFUSED;
        try {
            write(access(who, deed, isDone, Optional.empty(), Optional.empty(), Optional.empty(), about));
        } catch (LedgerDown | DataAccessException | TransactionException e) {
            LOG.warn("not in the audit, the ledger is away: staff={} deed={}", who.name(), deed.code());
        }
    }

    private Access access(
            Who who,
            Deed deed,
            boolean isDone,
            Optional<String> tenant,
            Optional<String> patient,
            Optional<UUID> caseId,
            String about) {
        return new Access(
                UUID.randomUUID(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                cut(who.name(), LONGEST_NAME),
                deed,
                isDone,
                tenant,
                patient.map(one -> cut(one, LONGEST)),
                caseId,
                cut(about, LONGEST),
                who.address().map(one -> cut(one, LONGEST_NAME)));
    }

    private static String cut(String text, int longest) {
        String clean = text.replace('\0', ' ');
        return clean.length() <= longest ? clean : clean.substring(0, longest - 1);
    }

    private void write(Access access) {
        new AccessLog(ledger.database()).write(access);
        work.due(Kind.ACCESS, access.id());
    }

    /** Says that a line was added to the trail of a case, and is to be sealed. */
    public void acted(UUID caseId) {
        work.due(Kind.REVIEW, caseId);
    }

    /**
     * The accesses before a moment, the latest first.
     *
     * @throws LedgerDown if they cannot be read
     */
    public List<Access> before(Instant moment, int most) {
        return new AccessLog(ledger.database()).before(moment, most);
    }

    /**
     * Accesses, decisions and what the desk did, as one FHIR AuditEvent to a line.
     *
     * @throws LedgerDown if they cannot be read
     */
    public AuditExport export() {
        return new AuditExport(ledger.database());
    }

    /** Checks the whole chain now. It reads every sealed entry. */
    public Verdict verify() {
        return work.verify();
    }

    /** How the chain does, at no cost. */
    public ChainState state() {
        return work.state();
    }
}
