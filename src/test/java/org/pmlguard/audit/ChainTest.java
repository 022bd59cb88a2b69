package org.pmlguard.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pmlguard.ledger.Forgetting;

/** Whoever changes what was sealed is found out: on either database. */
abstract class ChainTest {

    private AuditedLedger ledger;

    /** A ledger in an empty database. */
    abstract AuditedLedger empty();

    @BeforeEach
    void open() {
        ledger = empty();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private static String id(UUID id) {
        return "cast('" + id + "' as uuid)";
    }

    @Test
    void anUntouchedChainIsIntact() {
        ledger.sealed(3);
        assertThat(ledger.verdict())
                .returns(true, Verdict::isIntact)
                .returns(9L, Verdict::sealed)
                .returns(0L, Verdict::unsealed)
                .returns(0L, Verdict::late);
        assertThat(ledger.verdict(ledger.mark()).isIntact()).isTrue();
    }

    @Test
    void sealingAgainChangesNothing() {
        UUID id = ledger.sealed(1).getFirst();
        assertThat(ledger.sealer.seal(Kind.DECISION, Set.of(id))).isZero();
        assertThat(ledger.sealer.missing(Kind.DECISION, Instant.EPOCH, 10)).isEmpty();
    }

    @Test
    void everyColumnThatIsSealedIsWatched() {
        UUID id = ledger.sealed(2).getFirst();
        for (Kind kind : List.of(Kind.DECISION, Kind.FEEDBACK, Kind.REVIEW)) {
            for (Kind.Part part : kind.parts()) {
                for (String column : part.columns().split(", ", -1)) {
                    watched(part, column, id);
                }
            }
        }
    }

    /** Changes a column, sees that it is found, and puts it back. Keys cannot be changed without breaking the database. */
    private void watched(Kind.Part part, String column, UUID id) {
        if (List.of("id", "uuid", "decision", "case_id", "card", "position", "number", "digest")
                .contains(column)) {
            return;
        }
        String where = " where " + part.key() + " = " + id(id);
        String other = column.equals("is_floor")
                ? "not is_floor"
                : column.endsWith("_micros")
                        ? column + " + 1"
                        : column.endsWith("_at")
                                ? column + " + interval '1' second"
                                : column.equals("quiet_by_card") ? id(UUID.randomUUID()) : "'x'";
        ledger.write("create table kept as select * from " + part.table() + where);
        ledger.write("update " + part.table() + " set " + column + " = " + other + where);
        Verdict verdict = ledger.verdict();
        ledger.write("update " + part.table() + " set " + column + " = (select " + column + " from kept)" + where);
        ledger.write("drop table kept");
        assertThat(verdict.broken())
                .as(part.table() + "." + column)
                .hasValueSatisfying(broken -> assertThat(broken.what()).isEqualTo("the entry was changed"));
        assertThat(ledger.verdict().isIntact()).as("put back").isTrue();
    }

    @Test
    void aFurtherRowOfADecisionIsFound() {
        UUID id = ledger.sealed(2).get(1);
        ledger.write("insert into finding values (" + id(id)
                + ", 0, 1, 'PML-001', '1', 'critical', 'A', true, '[]', null, null)");
        assertThat(ledger.verdict().broken())
                .hasValueSatisfying(broken -> assertThat(broken.number()).isEqualTo(4));
    }

    @Test
    void aDeletedEntryIsFoundUnlessItWasForgottenOnPurpose() {
        UUID id = ledger.sealed(2).getFirst();
        ledger.write("delete from decision where id = " + id(id));
        assertThat(ledger.verdict().broken())
                .hasValueSatisfying(broken -> assertThat(broken)
                        .returns(1L, Verdict.Broken::number)
                        .returns("decision " + id, Verdict.Broken::entry)
                        .returns("the entry was deleted", Verdict.Broken::what));
        Forgetting.ACCESSES.before(ledger.database, AuditedLedger.NOW, AuditedLedger.NOW.minusSeconds(90), 1);
        assertThat(ledger.verdict().isIntact())
                .as("only accesses were forgotten")
                .isFalse();
        Forgetting.DECISIONS.before(ledger.database, AuditedLedger.NOW, AuditedLedger.NOW.minusSeconds(90), 1);
        assertThat(ledger.verdict()).returns(true, Verdict::isIntact).returns(3L, Verdict::forgotten);
    }

    @Test
    void aMissingSealIsFound() {
        ledger.sealed(3);
        ledger.write("delete from audit_seal where number = 4");
        assertThat(ledger.verdict().broken())
                .hasValueSatisfying(broken -> assertThat(broken)
                        .returns(4L, Verdict.Broken::number)
                        .returns("this seal is missing", Verdict.Broken::what));
    }

    @Test
    void sealsInAnotherOrderAreFound() {
        ledger.sealed(3);
        ledger.write("update audit_seal set number = 100 where number = 2");
        ledger.write("update audit_seal set number = 2 where number = 5");
        ledger.write("update audit_seal set number = 5 where number = 100");
        assertThat(ledger.verdict().broken())
                .hasValueSatisfying(broken -> assertThat(broken.number()).isEqualTo(2));
    }

    @Test
    void aSealMadeWithoutTheKeyIsFound() {
        UUID id = ledger.sealed(1).getFirst();
        ledger.write("update card set summary = 'All is well' where uuid = " + id(id));
        String content =
                new Contents(ledger.database).of(Kind.DECISION, List.of(id)).get(new Subject(Kind.DECISION, id, 0));
        ledger.write("update audit_seal set content = '" + content + "' where number = 1");
        assertThat(ledger.verdict().broken())
                .hasValueSatisfying(broken -> assertThat(broken.what()).contains("another key"));
    }

    @Test
    void aSealPutInBehindTheEndIsNotPartOfTheChain() {
        ledger.sealed(1);
        ledger.write(
                "insert into audit_seal select 4, kind, " + id(UUID.randomUUID())
                        + ", part, happened_at, began_at, tenant, content, seal, seal, sealed_at from audit_seal where number = 3");
        ledger.write("update audit_chain set number = 4");
        assertThat(ledger.verdict().broken())
                .hasValueSatisfying(broken -> assertThat(broken.number()).isEqualTo(4));
    }

    @Test
    void anEndThatWasCutOffIsFound() {
        ledger.sealed(2);
        String mark = ledger.mark();
        ledger.write("delete from audit_seal where number = 6");
        assertThat(ledger.verdict().broken())
                .hasValueSatisfying(broken -> assertThat(broken.what()).isEqualTo("the end of the chain is missing"));
        ledger.write("update audit_chain set number = 5, seal = (select seal from audit_seal where number = 5)");
        assertThat(ledger.verdict()).returns(true, Verdict::isIntact).returns(1L, Verdict::unsealed);
        assertThat(ledger.verdict(mark).broken())
                .hasValueSatisfying(broken -> assertThat(broken.what()).contains("written down"));
    }

    @Test
    void anEntryThatWasPutInLaterIsSaidToBeLate() {
        ledger.sealed(1);
        UUID id = ledger.written(AuditedLedger.NOW.minus(Duration.ofDays(1)));
        assertThat(ledger.verdict().unsealed()).isEqualTo(3);
        assertThat(ledger.sealer.missing(Kind.DECISION, Instant.EPOCH, 10)).containsExactly(id);
        ledger.sealer.seal(Kind.DECISION, Set.of(id));
        assertThat(ledger.verdict()).returns(true, Verdict::isIntact).returns(1L, Verdict::late);
    }

    @Test
    void replicasThatSealAtTheSameTimeMakeOneChain() throws Exception {
        List<UUID> ids = IntStream.range(0, 60)
                .mapToObj(one -> ledger.written(AuditedLedger.NOW.minusSeconds(one)))
                .toList();
        List<Callable<Integer>> replicas = IntStream.range(0, 4)
                .<Callable<Integer>>mapToObj(replica -> () -> IntStream.range(0, 30)
                        .map(one -> ledger.sealer.seal(
                                Kind.DECISION,
                                Set.of(ids.get((one * 2 + replica * 7) % 60), ids.get((one * 2 + 1) % 60))))
                        .sum())
                .toList();
        int sealed = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            for (Future<Integer> one : pool.invokeAll(replicas)) {
                sealed += one.get();
            }
        }
        assertThat(sealed).isEqualTo(60);
        assertThat(ledger.verdict()).returns(true, Verdict::isIntact).returns(60L, Verdict::sealed);
    }
}
