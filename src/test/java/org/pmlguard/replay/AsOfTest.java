package org.pmlguard.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A row as it stood at a moment of the past. */
class AsOfTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static JsonNode row(String json) {
        return JSON.readTree(json.replace('\'', '"'));
    }

    private static Moment moment(String text) {
        return Moment.of(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {'resourceType':'Condition','recordedDate':'2025-03-01','onsetDateTime':'2020'}          | 2025-03-01
                    {'resourceType':'Condition','onsetDateTime':'2020-05'}                                   | 2020-05-01
                    {'resourceType':'Condition','onsetPeriod':{'start':'2019-02-03'}}                        | 2019-02-03
                    {'resourceType':'Condition','dateRecorded':'2018-01-02'}                                 | 2018-01-02
                    {'resourceType':'Observation','effectiveDateTime':'2025-01-01','issued':'2025-01-04T10:00:00Z'} | 2025-01-04
                    {'resourceType':'Observation','effectivePeriod':{'start':'2025-01-01'}}                  | 2025-01-01
                    {'resourceType':'MedicationStatement','dateAsserted':'2025-01-05','effectiveDateTime':'2024'} | 2025-01-05
                    {'resourceType':'MedicationAdministration','effectivePeriod':{'start':'2025-01-05T08:00:00Z'}} | 2025-01-05
                    {'resourceType':'Procedure','performedPeriod':{'start':'2025-01-05'}}                    | 2025-01-05
                    {'resourceType':'MedicationRequest','authoredOn':'2025-01-05'}                           | 2025-01-05
                    {'resourceType':'MedicationOrder','dateWritten':'2025-01-05'}                            | 2025-01-05
                    """)
    void aRowIsKnownFromItsOwnDatesOn(String json, LocalDate day) {
        assertThat(AsOf.known(row(json)).map(Moment::day)).contains(day);
    }

    @Test
    void aRowWithoutADateIsKnownAtAnyTime() {
        assertThat(ChartRow.of(row("{'resourceType':'Condition','code':{'text':'x'}}"))
                        .isKnown(moment("1990-01-01")))
                .isTrue();
    }

    @Test
    void aConditionThatAbatedLaterWasActive() {
        ChartRow row =
                ChartRow.of(row("{'resourceType':'Condition','recordedDate':'2025-01-01','clinicalStatus':{'text':"
                        + "'resolved'},'abatementPeriod':{'start':'2025-06-01'},'code':{'text':'x'}}"));
        assertThat(row.at(moment("2025-02-01")).toString())
                .doesNotContain("resolved", "abatement")
                .contains("\"x\"");
        assertThat(row.at(moment("2025-06-01"))).isSameAs(row.row());
    }

    @Test
    void aTreatmentThatEndedLaterWasActiveAndItsPlannedEndWasKnown() {
        ChartRow row =
                ChartRow.of(row("{'resourceType':'MedicationRequest','authoredOn':'2025-01-01','status':'stopped',"
                        + "'dispenseRequest':{'validityPeriod':{'end':'2025-06-01'}}}"));
        assertThat(row.at(moment("2025-02-01")).path("status").asString()).isEqualTo("active");
        assertThat(row.at(moment("2025-02-01")).toString()).contains("2025-06-01");
        assertThat(row.at(moment("2025-07-01")).path("status").asString()).isEqualTo("stopped");
    }

    @Test
    void whatIsOverAndDoesNotSaySinceWhenWasAlwaysOver() {
        ChartRow row =
                ChartRow.of(row("{'resourceType':'MedicationRequest','authoredOn':'2025-01-01','status':'completed'}"));
        assertThat(row.at(moment("2025-01-02")).path("status").asString()).isEqualTo("completed");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-02-01T10:00:00Z, 2025-02-01T09:00:00Z, true",
        "2025-02-01T10:00:00+02:00, 2025-02-01T09:00:00Z, false",
        "2025-02-01T10:00:00Z, 2025-02-01, false",
        "2025-02-02, 2025-02-01T23:00:00Z, true",
        "2025-02-02, 2025-02, true",
    })
    void theHourDecidesOnlyIfBothSayIt(String one, String other, boolean isAfter) {
        assertThat(moment(one).isAfter(moment(other))).isEqualTo(isAfter);
    }

    @ParameterizedTest
    @CsvSource({"''", "yesterday", "2025-13-01", "2025-02-30T10:00:00Z", "20250201"})
    void whatIsNoDateIsNone(String text) {
        assertThat(Moment.of(text)).isEmpty();
    }
}
