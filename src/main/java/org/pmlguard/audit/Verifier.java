package org.pmlguard.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pmlguard.audit.Sha.Link;
import org.pmlguard.audit.Verdict.Broken;
import org.pmlguard.ledger.Database;
import org.pmlguard.ledger.Forgetting;

/** Goes through the chain from its beginning, and holds every entry that still exists against its seal. */
final class Verifier {

    private static final int AT_ONCE = 1_000;
    private static final Duration LATE = Duration.ofHours(1);

    private final Database database;
    private final Sha sha;
    private final Clock clock;
    private final Contents contents;
    private Excuses excuses;
    private final Optional<Mark> mark;
    private final Map<Kind, Long> found = new EnumMap<>(Kind.class);
    private long number;
    private String last = Sha.FIRST;
    private long late;
    private long forgotten;

    /**
     * A seal that was written down elsewhere, in a log or an export.
     *
     * @param number of the seal
     */
    record Mark(long number, String seal) {

        /** Reads {@code 1234:9f86…}. */
        static Mark of(String text) {
            if (!text.matches("[0-9]{1,18}:[0-9a-f]{64}")) {
                throw new IllegalArgumentException("a seal is written number:hash, as it stands in the log");
            }
            int colon = text.indexOf(':');
            return new Mark(Long.parseLong(text.substring(0, colon)), text.substring(colon + 1));
        }
    }

    private record Sealed(Link link, String seal) {}

    private Verifier(Database database, Sha sha, Clock clock, Optional<Mark> mark) {
        this.database = database;
        this.sha = sha;
        this.clock = clock;
        this.contents = new Contents(database);
        this.excuses = Excuses.read(database);
        this.mark = mark;
    }

    static Verdict verify(Database database, Sha sha, Clock clock, Optional<Mark> mark) {
        Verifier verifier = new Verifier(database, sha, clock, mark);
        return verifier.verdict();
    }

    private Verdict verdict() {
        Sealer.End end = Sealer.end(database);
        Optional<Broken> broken = Optional.empty();
        List<Sealed> page = page(end);
        while (broken.isEmpty() && !page.isEmpty()) {
            broken = check(page);
            page = broken.isEmpty() ? page(end) : List.of();
        }
        Optional<Broken> first = broken.or(() -> atTheEnd(end));
        return new Verdict(clock.instant(), number, last, first, first.isEmpty() ? unsealed() : 0, late, forgotten);
    }

    private List<Sealed> page(Sealer.End end) {
        return database.jdbc()
                .sql("select * from audit_seal where number > ? and number <= ? order by number fetch first " + AT_ONCE
                        + " rows only")
                .params(number, end.number())
                .query((row, at) -> sealed(row))
                .list();
    }

    private static Sealed sealed(ResultSet row) throws SQLException {
        return new Sealed(
                new Link(
                        row.getLong("number"),
                        new Subject(
                                Kind.of(row.getString("kind")),
                                row.getObject("subject", UUID.class),
                                row.getInt("part")),
                        Sealer.instant(row, "happened_at").orElseThrow(),
                        Sealer.instant(row, "began_at").orElseThrow(),
                        Optional.ofNullable(row.getString("tenant")).orElse(""),
                        row.getString("content"),
                        row.getString("previous"),
                        Sealer.instant(row, "sealed_at").orElseThrow()),
                row.getString("seal"));
    }

    private Optional<Broken> check(List<Sealed> page) {
        Map<Subject, String> held = new HashMap<>();
        Arrays.stream(Kind.values()).forEach(kind -> {
            List<UUID> ids = page.stream()
                    .map(one -> one.link().subject())
                    .filter(subject -> subject.kind() == kind)
                    .map(Subject::id)
                    .distinct()
                    .toList();
            if (!ids.isEmpty()) {
                held.putAll(contents.of(kind, ids));
            }
        });
        return page.stream().flatMap(one -> step(one, held).stream()).findFirst();
    }

    private Optional<Broken> step(Sealed one, Map<Subject, String> held) {
        Optional<String> wrong = wrongLink(one).or(() -> wrongContent(one.link(), held));
        long expected = number + 1;
        number = one.link().number();
        last = one.seal();
        return wrong.map(what -> number == expected
                ? new Broken(number, one.link().subject().toString(), what)
                : new Broken(expected, "", "this seal is missing"));
    }

    private Optional<String> wrongLink(Sealed one) {
        if (one.link().number() != number + 1) {
            return Optional.of("missing");
        }
        if (!one.link().previous().equals(last)) {
            return Optional.of("the seal before it is another than when it was sealed");
        }
        if (!sha.seal(one.link()).equals(one.seal())) {
            return Optional.of("the seal was changed, or made with another key");
        }
        return mark.filter(known ->
                        known.number() == one.link().number() && !known.seal().equals(one.seal()))
                .map(known -> "the seal is another than the one that was written down");
    }

    private Optional<String> wrongContent(Link link, Map<Subject, String> held) {
        if (Duration.between(link.happened(), link.sealed()).compareTo(LATE) > 0) {
            late++;
        }
        String content = held.get(link.subject());
        if (content == null) {
            if (!isExcused(link)) {
                return Optional.of("the entry was deleted");
            }
            forgotten++;
            return Optional.empty();
        }
        found.merge(link.subject().kind(), 1L, Long::sum);
        return content.equals(link.content()) ? Optional.empty() : Optional.of("the entry was changed");
    }

    /** Something may have been forgotten since this check began. */
    private boolean isExcused(Link link) {
        if (!excuses.cover(link)) {
            excuses = Excuses.read(database);
        }
        return excuses.cover(link);
    }

    private Optional<Broken> atTheEnd(Sealer.End end) {
        if (end.number() != number || !end.seal().equals(last)) {
            return Optional.of(new Broken(number + 1, "", "the end of the chain is missing"));
        }
        return mark.filter(known -> known.number() > number)
                .map(known -> new Broken(
                        number + 1, "", "the seal that was written down is later than the end of the chain"));
    }

    private long unsealed() {
        return Arrays.stream(Kind.values())
                .mapToLong(kind -> Math.max(0, entries(kind) - found.getOrDefault(kind, 0L)))
                .sum();
    }

    private long entries(Kind kind) {
        return database.jdbc()
                .sql("select count(*) from " + kind.parts().getFirst().table())
                .query(Long.class)
                .single();
    }

    /**
     * What was deleted on purpose, as the records of that say.
     *
     * @param before until when, by what it was
     * @param answers until when answers of a tenant were forgotten
     */
    private record Excuses(Map<String, Instant> before, Map<String, Instant> answers) {

        static Excuses read(Database database) {
            Map<String, Instant> before = new HashMap<>();
            Map<String, Instant> answers = new HashMap<>();
            database.jdbc().sql("select * from forgotten").query(row -> {
                Optional<Instant> moment = Sealer.instant(row, "began_before");
                String what = row.getString("what");
                moment.ifPresent(one -> before.merge(what, one, Excuses::later));
                if (moment.isEmpty()) {
                    Instant at = Sealer.instant(row, "forgotten_at").orElseThrow();
                    answers.merge(String.valueOf(row.getString("tenant")), at, Excuses::later);
                }
            });
            return new Excuses(Map.copyOf(before), Map.copyOf(answers));
        }

        private static Instant later(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }

        boolean cover(Link link) {
            return switch (link.subject().kind()) {
                case FORGOTTEN -> false;
                case ACCESS -> began(link, Forgetting.ACCESSES);
                case DECISION, REVIEW -> began(link, Forgetting.DECISIONS);
                case FEEDBACK ->
                    began(link, Forgetting.DECISIONS)
                            || !link.happened().isAfter(answers.getOrDefault(link.tenant(), Instant.MIN));
            };
        }

        private boolean began(Link link, Forgetting what) {
            return link.began().isBefore(before.getOrDefault(what.code(), Instant.MIN));
        }
    }
}
