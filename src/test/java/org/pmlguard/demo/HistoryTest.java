package org.pmlguard.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pmlguard.ledger.Ledger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.context.TestPropertySource;

/** The invented past of a trial, in a ledger that was empty. */
@TestPropertySource(properties = "pmlguard.ledger.url=jdbc:h2:mem:history-test")
class HistoryTest extends DemoServer {

    @Autowired
    private Ledger ledger;

    @Autowired
    private Cast cast;

    @Autowired
    private Formulary formulary;

    @Autowired
    private Clock clock;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @BeforeEach
    void write() {
        new History(ledger, beans.createBean(PastDecider.class), cast, formulary, clock).write();
    }

    @Test
    void itFillsNinetyDaysOfTheTrialTenantAndNoMore() {
        assertThat(number("select count(*) from decision")).isBetween(150L, 300L);
        assertThat(number("select count(*) from decision where tenant <> 'trial'"))
                .isZero();
        assertThat(
                        number(
                                "select count(*) from decision where decided_at >= timestamp with time zone"
                                        + " '2026-11-21 00:00:00+00' or decided_at < timestamp with time zone '2026-08-20 00:00:00+00'"))
                .isZero();
    }

    @Test
    void everyPatientAndPrescriberIsPlainlySynthetic() {
        assertThat(texts("select distinct patient from decision"))
                .hasSizeGreaterThan(80)
                .allSatisfy(patient -> assertThat(patient).startsWith("synthetic-"));
        assertThat(texts("select distinct prescriber from decision"))
                .isNotEmpty()
                .allSatisfy(user -> assertThat(user).startsWith("Practitioner/synthetic-"));
    }

    @Test
    void itHasOfEverythingThatADeskWouldSee() {
        assertThat(texts("select distinct outcome from ordered_drug"))
                .containsExactlyInAnyOrder("concern", "quiet", "incomplete", "clear");
        assertThat(texts("select distinct rule from finding"))
                .contains("PML-001", "PML-004", "PML-011", "PML-015", "PML-019", "PML-030", "PML-072")
                .hasSizeGreaterThan(15);
        assertThat(texts("select distinct outcome from feedback")).containsExactlyInAnyOrder("accepted", "overridden");
        assertThat(number("select count(*) from stray_feedback")).isZero();
    }

    @Test
    void everyReasonIsOneThatItsCardOffered() {
        assertThat(texts("select distinct reason_code from feedback where reason_code is not null"))
                .hasSizeGreaterThan(5);
        assertThat(number(
                        "select count(*) from feedback f join card c on c.uuid = f.card where f.reason_code is not null"
                                + " and c.reasons_json not like '%\"' || f.reason_code || '\"%'"))
                .isZero();
    }

    @Test
    void aLedgerThatHasSomethingIsLeftAlone() {
        long before = number("select count(*) from decision");
        write();
        assertThat(number("select count(*) from decision")).isEqualTo(before);
    }

    private long number(String sql) {
        return ledger.database().jdbc().sql(sql).query(Long.class).single();
    }

    private List<String> texts(String sql) {
        return ledger.database()
                .jdbc()
                .sql(sql)
                .query((row, number) -> row.getString(1))
                .list();
    }
}
