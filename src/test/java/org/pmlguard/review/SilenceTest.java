package org.pmlguard.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pmlguard.ledger.Ledger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A rule that stopped is found, and one that merely comes seldom is not. */
@TestPropertySource(properties = "pmlguard.ledger.url=jdbc:h2:mem:desk;DB_CLOSE_DELAY=-1")
class SilenceTest extends DeskServer {

    private static final double LIMIT = 0.001;
    /** A time of its own, which no other test writes in. */
    private static final Instant NOW = Instant.parse("2001-06-30T00:00:00Z");

    @Autowired
    private Ledger records;

    @Test
    void theTailOfThePoissonDistributionIsRight() {
        assertThat(new Pulse("rule", "x", 0, 7).chance()).isCloseTo(0.000912, within(0.000001));
        assertThat(new Pulse("rule", "x", 2, 10).chance()).isCloseTo(0.002769, within(0.000001));
        assertThat(new Pulse("rule", "x", 400, 2000).chance()).isBetween(0.0, 1e-9);
        assertThat(new Pulse("rule", "x", 1990, 2000).chance()).isBetween(0.3, 0.5);
        assertThat(new Pulse("rule", "x", 5, 0).chance()).isEqualTo(1);
    }

    @Test
    void fewIsNotSilenceAndHalfIsNotEither() {
        assertThat(new Pulse("rule", "x", 0, 7).isSilent(LIMIT)).isTrue();
        assertThat(new Pulse("rule", "x", 0, 6).isSilent(LIMIT)).isFalse();
        assertThat(new Pulse("rule", "x", 0, 6).couldTell(LIMIT)).isFalse();
        assertThat(new Pulse("rule", "x", 600, 1000).isSilent(LIMIT)).isFalse();
        assertThat(new Pulse("rule", "x", 400, 1000).isSilent(LIMIT)).isTrue();
        assertThat(new Pulse("rule", "x", 0, 14).rarity()).isEqualTo("once in over a million");
    }

    @Test
    void aRuleThatStoppedAndATenantThatStoppedAreFound() {
        for (int day = 1; day <= 63; day++) {
            boolean isLate = day <= 7;
            held(day, "steady", "PML-019", 6);
            held(day, "steady", "PML-025", isLate ? 0 : 2);
            held(day, "gone", "PML-019", isLate ? 0 : 2);
            held(day, "steady", "PML-777", isLate ? 0 : 2);
        }
        SilenceProperties settings = new SilenceProperties(Duration.ofDays(7), Duration.ofDays(56), LIMIT);
        SilenceWatch watch =
                new SilenceWatch(records, Clock.fixed(NOW, ZoneOffset.UTC), settings, rule -> !rule.equals("PML-777"));
        List<Pulse> silent = watch.found(Set.of("steady", "gone")).silent();
        assertThat(silent).extracting(Pulse::name).containsExactly("PML-025", "gone");
        assertThat(silent.getFirst().expected()).isEqualTo(14);
        assertThat(watch.silent()).hasValue(2);
        assertThat(watch.found(Set.of("steady")).silent())
                .extracting(Pulse::name)
                .containsExactly("PML-025");
        records.database()
                .committed(() -> records.database()
                        .jdbc()
                        .sql("delete from decision where decided_at < ?")
                        .param(NOW.atOffset(ZoneOffset.UTC))
                        .update());
    }

    private void held(int daysAgo, String tenant, String rule, int times) {
        for (int one = 0; one < times; one++) {
            String id = "cast('" + java.util.UUID.randomUUID() + "' as uuid)";
            String at = "timestamp with time zone '"
                    + NOW.minus(Duration.ofDays(daysAgo)).plusSeconds(60) + "'";
            write("insert into decision values (" + id + ", " + at + ", '" + tenant
                    + "', 's', 'order-sign', null, null, null, null, '1', 'x', '[]', 1, 1, 1)");
            write("insert into ordered_drug values (" + id
                    + ", 0, 'r', 'natalizumab', 'code', 'quiet', null, '', null, '[]', null)");
            write("insert into finding values (" + id + ", 0, 0, '" + rule
                    + "', '1', 'info', 'B', false, '[]', null, null)");
        }
    }

    private void write(String sql) {
        records.database().jdbc().sql(sql).update();
    }
}
