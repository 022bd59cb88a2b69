package org.pmlguard.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pmlguard.cdshooks.Coding;
import org.pmlguard.cdshooks.Feedback;
import org.pmlguard.cdshooks.OverrideReason;
import org.pmlguard.risk.memory.PastAnswer;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** The ledger, held against a database: the same for both of them. */
abstract class LedgerTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);
    private static final Duration ENOUGH = Duration.ofSeconds(20);

    private final List<LedgerEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final AtomicBoolean away = new AtomicBoolean();
    private Ledger ledger;

    /** Settings of an empty database. */
    abstract LedgerProperties database();

    static LedgerProperties settings(String url, String username) {
        return new LedgerProperties(url, username, "", "P6Y", ENOUGH, Duration.ZERO, ENOUGH, ENOUGH, 2000, 4);
    }

    @BeforeEach
    void open() {
        LedgerProperties properties = database();
        ledger = Ledger.opening(properties, CLOCK, events::add, () -> {
            if (away.get()) {
                throw new CannotGetJdbcConnectionException("away");
            }
            return Database.open(properties);
        });
        ledger.start();
    }

    @AfterEach
    void close() {
        ledger.stop();
        assertThat(ledger.isRunning()).isFalse();
    }

    private Decision recorded() {
        Decision decision = Decisions.natalizumab("st-elsewhere", "nora");
        ledger.record(decision, ENOUGH);
        return decision;
    }

    private static ReceivedFeedback overridden(String tenant, String card, String reason, String comment) {
        OverrideReason why = new OverrideReason(
                Optional.of(Coding.of(reason, Decisions.REASONS)),
                Optional.of(comment).filter(text -> !text.isEmpty()));
        Feedback feedback =
                new Feedback.Overridden(card, Optional.of(Instant.parse("2026-11-21T09:59:00Z")), Optional.of(why));
        return new ReceivedFeedback(tenant, "pml-order-sign", feedback, CLOCK.instant());
    }

    private static String card(Decision decision) {
        return decision.cards().getFirst().uuid().toString();
    }

    private int count(String table) {
        return ledger.database()
                .jdbc()
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }

    @Test
    void aDecisionIsReadAgainAsItWasMade() {
        Decision decision = recorded();
        Recorded.Case read = ledger.cases().find(decision.id()).orElseThrow();
        assertThat(read.at()).isEqualTo(decision.at());
        assertThat(read.tenant()).isEqualTo("st-elsewhere");
        assertThat(read.patient()).contains("nora");
        assertThat(read.prescriber()).contains("Practitioner/7");
        assertThat(read.indicator()).contains("critical");
        assertThat(read.knowledgeSha256()).hasSize(64);
        Recorded.Order order = read.orders().getFirst();
        assertThat(order.outcome()).isEqualTo("concern");
        assertThat(order.stratum()).contains("PML-019").contains("months 25-36");
        assertThat(order.findings().getFirst().rule()).isEqualTo("PML-019");
        assertThat(order.findings().getFirst().facts())
                .anySatisfy(fact -> assertThat(fact.name()).isEqualTo("jcv-index"));
        Recorded.Shown shown = read.cards().getFirst();
        assertThat(shown.summary()).isEqualTo(decision.cards().getFirst().summary());
        assertThat(shown.detail())
                .isEqualTo(decision.cards().getFirst().detail().orElseThrow());
        assertThat(shown.suggestions()).isNotEmpty();
        assertThat(shown.reasons()).isNotEmpty();
        assertThat(ledger.cases().ofCard(shown.uuid())).contains(read);
        assertThat(ledger.cases().ofPatient("st-elsewhere", "nora", 10)).containsExactly(read);
        assertThat(events).contains(new LedgerEvent.DecisionRecorded(decision.id(), "st-elsewhere"));
    }

    @Test
    void aDecisionInShadowIsRecordedWholeAndMarked() {
        Decision decision = Decisions.inShadow(Decisions.natalizumab("st-elsewhere", "nora"));
        ledger.record(decision, ENOUGH);
        Recorded.Case read = ledger.cases().find(decision.id()).orElseThrow();
        Recorded.Order order = read.orders().getFirst();
        assertThat(order.outcome()).isEqualTo(Recorded.Order.SHADOW);
        assertThat(order.findings())
                .isNotEmpty()
                .allSatisfy(finding ->
                        assertThat(finding.quietBecause()).contains("in shadow: the tenant is shown no card"));
        assertThat(read.cards()).hasSameSizeAs(decision.cards());
    }

    @Test
    void aRuleInShadowIsRecordedAndNotSaid() {
        Decision decision = Decisions.watched(Decisions.natalizumab("st-elsewhere", "nora"));
        ledger.record(decision, ENOUGH);
        Recorded.Order order =
                ledger.cases().find(decision.id()).orElseThrow().orders().getFirst();
        assertThat(order.outcome()).isEqualTo("clear");
        assertThat(order.findings()).extracting(Recorded.Spoke::rule).contains("PML-019");
        assertThat(order.findings())
                .allSatisfy(finding -> assertThat(finding.quietBecause())
                        .hasValueSatisfying(why -> assertThat(why).startsWith(Recorded.Spoke.IN_SHADOW)));
    }

    @Test
    void answersAreForgottenForTheNamedPatientsOfATenantOnlyAndDecisionsStay() {
        ledger.record(List.of(overridden("st-elsewhere", card(recorded()), "informed-continuation", "")));
        ledger.forgetAnswers("somebody-else", List.of("nora"));
        ledger.forgetAnswers("st-elsewhere", List.of("ben", "lea"));
        assertThat(ledger.answers("st-elsewhere", "nora", "natalizumab", ENOUGH))
                .hasSize(1);
        ledger.forgetAnswers("st-elsewhere", List.of("ben", "nora"));
        assertThat(ledger.answers("st-elsewhere", "nora", "natalizumab", ENOUGH))
                .isEmpty();
        assertThat(count("decision")).isEqualTo(1);
    }

    @Test
    void manyDecisionsShareFewCommits() {
        List<Decision> many = IntStream.range(0, 300)
                .mapToObj(number -> Decisions.natalizumab("st-elsewhere", "p" + number))
                .toList();
        many.subList(0, 299).forEach(decision -> ledger.record(decision, Duration.ZERO));
        ledger.record(many.getLast(), ENOUGH);
        assertThat(count("decision")).isEqualTo(300);
        assertThat(ledger.state().commits()).isLessThan(150);
    }

    @Test
    void feedbackStandsWithItsCardOnceHoweverOftenItIsSent() {
        Decision decision = recorded();
        ReceivedFeedback feedback = overridden("st-elsewhere", card(decision), "informed-continuation", "talked");
        ledger.record(List.of(feedback, feedback));
        ledger.record(List.of(feedback));
        assertThat(ledger.cases().find(decision.id()).orElseThrow().feedback())
                .singleElement()
                .satisfies(heard -> {
                    assertThat(heard.reason().orElseThrow().code()).isEqualTo("informed-continuation");
                    assertThat(heard.comment()).contains("talked");
                });
        assertThat(events.stream().filter(LedgerEvent.FeedbackRecorded.class::isInstance))
                .hasSize(1);
    }

    @Test
    void feedbackOnUnknownCardsAndOnThoseOfOthersIsKeptApartAndMarked() {
        Decision decision = recorded();
        ledger.record(List.of(
                overridden("st-elsewhere", UUID.randomUUID().toString(), "informed-continuation", ""),
                overridden("st-elsewhere", "no uuid \0 at all \ud800", "informed-continuation", "\0"),
                overridden("somebody-else", card(decision), "informed-continuation", "")));
        assertThat(count("feedback")).isZero();
        assertThat(ledger.database()
                        .jdbc()
                        .sql("select standing from stray_feedback order by standing")
                        .query(String.class)
                        .list())
                .containsExactly("other-tenant", "unknown-card", "unknown-card");
        assertThat(ledger.answers("somebody-else", "nora", "natalizumab", ENOUGH))
                .isEmpty();
    }

    @Test
    void aReasonTheCardOfferedIsRememberedForTheRulesThatOfferedIt() {
        Decision decision = recorded();
        ledger.record(List.of(overridden("st-elsewhere", card(decision), "informed-continuation", "")));
        List<PastAnswer> answers = ledger.answers("st-elsewhere", "nora", "natalizumab", ENOUGH);
        assertThat(answers).singleElement().satisfies(answer -> {
            assertThat(answer.rules()).containsExactly("PML-019");
            assertThat(answer.words()).isEqualTo("Informed patient continues");
            assertThat(answer.on()).isEqualTo(LocalDate.of(2026, 11, 21));
            assertThat(answer.then()).isEqualTo(Decisions.inputs(decision));
        });
        assertThat(ledger.answers("st-elsewhere", "ben", "natalizumab", ENOUGH)).isEmpty();
        assertThat(ledger.answers("st-elsewhere", "nora", "rituximab", ENOUGH)).isEmpty();
    }

    @Test
    void aReasonTheCardDidNotOfferIsKeptButQuietsNothing() {
        Decision decision = recorded();
        ledger.record(List.of(overridden("st-elsewhere", card(decision), "i-just-say-so", "")));
        assertThat(count("feedback")).isEqualTo(1);
        assertThat(ledger.answers("st-elsewhere", "nora", "natalizumab", ENOUGH))
                .isEmpty();
    }

    @Test
    void whatIsOlderThanItIsToBeKeptIsForgottenWithAllThatBelongsToIt() {
        Decision decision = recorded();
        ledger.record(List.of(overridden("st-elsewhere", card(decision), "informed-continuation", "")));
        Instant before = Retention.before(Period.ofDays(1), Clock.offset(CLOCK, Duration.ofDays(3)));
        assertThat(Retention.all(ledger.database(), CLOCK.instant().minusSeconds(60), CLOCK)
                        .decisions())
                .isZero();
        assertThat(Retention.all(ledger.database(), before, CLOCK).decisions()).isEqualTo(1);
        for (String table : List.of("decision", "ordered_drug", "finding", "card", "feedback")) {
            assertThat(count(table)).as(table).isZero();
        }
    }

    @Test
    void theServerForgetsOnceADayByItself() {
        recorded();
        Clock later = Clock.offset(CLOCK, Duration.ofDays(3));
        new Retention.Daily(Optional.empty(), later).step(ledger.database());
        assertThat(count("decision")).isEqualTo(1);
        new Retention.Daily(Optional.of(Period.ofDays(1)), later).step(ledger.database());
        assertThat(count("decision")).isZero();
    }

    @Test
    void anExportNamesNobodyUnlessAskedTo() throws IOException {
        Decision decision = recorded();
        ledger.record(List.of(overridden("st-elsewhere", card(decision), "informed-continuation", "seen on ward 3")));
        assertThat(export(Export.Names.REPLACED))
                .contains("PML-019", "informed-continuation")
                .doesNotContain("nora", "Practitioner/7", "ward 3", "Observation/", "MedicationRequest/draft-1");
        assertThat(export(Export.Names.KEPT)).contains("\"nora\"", "Practitioner/7", "ward 3");
        assertThat(export(Export.Names.KEPT).lines()).hasSize(1);
    }

    private String export(Export.Names names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new Export(ledger.cases(), names)
                .write(
                        CLOCK.instant().minusSeconds(60),
                        CLOCK.instant().plusSeconds(60),
                        Optional.empty(),
                        new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whileTheDatabaseIsAwayFeedbackIsRefusedAndADecisionWaits() {
        LedgerProperties properties = database();
        away.set(true);
        Ledger late = Ledger.opening(properties, CLOCK, event -> {}, () -> {
            if (away.get()) {
                throw new CannotGetJdbcConnectionException("away");
            }
            return Database.open(properties);
        });
        late.start();
        Decision decision = Decisions.natalizumab("st-elsewhere", "nora");
        late.record(decision, ENOUGH);
        ReceivedFeedback feedback = overridden("st-elsewhere", card(decision), "informed-continuation", "");
        assertThatThrownBy(() -> late.record(List.of(feedback))).isInstanceOf(LedgerDown.class);
        assertThat(late.answers("st-elsewhere", "nora", "natalizumab", ENOUGH)).isEmpty();
        assertThat(late.state().late()).isEqualTo(1);
        assertThat(late.state().unremembered()).isEqualTo(1);
        away.set(false);
        late.record(Decisions.natalizumab("st-elsewhere", "ben"), ENOUGH);
        late.stop();
        assertThat(late.state().decisions()).isEqualTo(2);
        assertThat(late.state().lost()).isZero();
    }

    @Test
    void anEntryThatCannotBeWrittenDoesNotTakeOthersWithIt() {
        Decision good = Decisions.natalizumab("st-elsewhere", "nora");
        ledger.record(good, Duration.ZERO);
        ledger.record(Decisions.unwritable(Decisions.natalizumab("st-elsewhere", "ben")), Duration.ZERO);
        ledger.record(Decisions.natalizumab("st-elsewhere", "emma"), ENOUGH);
        assertThat(count("decision")).isEqualTo(2);
        assertThat(ledger.state().lost()).isEqualTo(1);
    }
}
