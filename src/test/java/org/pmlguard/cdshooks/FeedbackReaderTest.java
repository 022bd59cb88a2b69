package org.pmlguard.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pmlguard.cdshooks.FeedbackEntry.Rejected;
import org.pmlguard.cdshooks.FeedbackEntry.Valid;

class FeedbackReaderTest {

    private static final Instant WHEN = Instant.parse("2020-12-11T00:00:00Z");
    private static final String TIME = "'outcomeTimestamp':'2020-12-11T00:00:00Z'";

    private static List<FeedbackEntry> read(String body) {
        return new FeedbackReader().read(Bodies.bytes(body));
    }

    private static FeedbackEntry one(String entry) {
        return read("{'feedback':[" + entry + "]}").getFirst();
    }

    private static OverrideReason reason(String members) {
        Valid valid = (Valid) one("{'card':'c1','outcome':'overridden'," + TIME + "," + members + "}");
        return ((Feedback.Overridden) valid.feedback()).overrideReason().orElseThrow();
    }

    @Test
    void readsAnAcceptedSuggestion() {
        assertThat(one("{'card':'c1','outcome':'accepted','acceptedSuggestions':[{'id':'s1'},{'id':'s2'}]," + TIME
                        + "}"))
                .isEqualTo(new Valid(new Feedback.Accepted("c1", Optional.of(WHEN), List.of("s1", "s2"))));
    }

    @Test
    void readsAnOverrideWithoutReason() {
        assertThat(one("{'card':'c1','outcome':'overridden','overrideReason':{}," + TIME + "}"))
                .isEqualTo(new Valid(new Feedback.Overridden("c1", Optional.of(WHEN), Optional.empty())));
    }

    @Test
    void readsAnOverrideReasonAndAComment() {
        OverrideReason reason = reason("'overrideReason':{'reason':{'code':'r','system':'s'},'userComment':'because'}");
        assertThat(reason.reason()).contains(Coding.of("r", "s"));
        assertThat(reason.userComment()).contains("because");
        assertThat(reason).asString().doesNotContain("because");
        assertThat(reason("'overrideReason':{'userComment':'because'}").reason())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'overrideReason':{'reason':{'code':'r','system':'s','display':'d'}}",
                "'overrideReason':{'code':'r','system':'s','display':'d'}",
                "'overrideReasons':[{'reason':{'code':'r','system':'s','display':'d'}},{'reason':{'code':'r2','system':'s'}}]",
                "'overrideReasons':[{'code':'r','system':'s','display':'d'}]",
                "'overrideReasons':{'reason':{'code':'r','system':'s','display':'d'}}",
                "'overrideReason':null,'overrideReasons':[{'code':'r','system':'s','display':'d'}]"
            })
    void readsTheReasonInAnyPlaceItEverHad(String members) {
        assertThat(reason(members).reason()).contains(Coding.of("r", "s", "d"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-12-11T00:00:00Z",
                "2020-12-11T00:00:00.000Z",
                "2020-12-11T00:00:00Z UTC",
                "2020-12-11T01:00:00+01:00",
                "2020-12-11 00:00:00Z"
            })
    void readsATimeInEveryForm(String time) {
        assertThat(one("{'card':'c1','outcome':'overridden','outcomeTimestamp':'" + time + "'}"))
                .isEqualTo(new Valid(new Feedback.Overridden("c1", Optional.of(WHEN), Optional.empty())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ",'outcomeTimestamp':null", ",'outcomeTimestamp':'yesterday'", ",'outcomeTimestamp':{}"})
    void countsFeedbackWithoutAReadableTime(String time) {
        assertThat(one("{'card':'c1','outcome':'overridden'" + time + "}"))
                .isEqualTo(new Valid(new Feedback.Overridden("c1", Optional.empty(), Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'outcome':'overridden'}                                    | feedback[0].card
            {'card':'','outcome':'overridden'}                          | feedback[0].card
            {'card':'c1'}                                               | feedback[0].outcome
            {'card':'c1','outcome':'SECRET'}                            | feedback[0].outcome
            {'card':'c1','outcome':'accepted'}                          | feedback[0].acceptedSuggestions
            {'card':'c1','outcome':'accepted','acceptedSuggestions':[]} | feedback[0].acceptedSuggestions
            {'card':'c1','outcome':'accepted','acceptedSuggestions':[{'id':''}]}                   | feedback[0].acceptedSuggestions
            {'card':'c1','outcome':'overridden','overrideReason':{'reason':{'code':'SECRET'}}}     | feedback[0].overrideReason.reason.system
            {'card':'c1','outcome':'overridden','overrideReasons':[{'reason':{'code':'SECRET'}}]}  | feedback[0].overrideReasons[0].reason.system
            'SECRET'                                                    | feedback[0].card
            null                                                        | feedback[0].card
            """, quoteCharacter = '`')
    void rejectsAnEntryAndNamesThePlace(String entry, String path) {
        assertThat(one(entry)).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.path()).isEqualTo(path);
            assertThat(rejected.rule()).isNotBlank().doesNotContain("SECRET");
        });
    }

    @Test
    void losesNoGoodEntryToABadOne() {
        List<FeedbackEntry> entries = read("""
                {'feedback':[{'card':'c1','outcome':'overridden'},{'card':'c2','outcome':'?'},7,
                 {'card':'c3','outcome':'accepted','acceptedSuggestions':['s1']}]}""");
        assertThat(entries).map(entry -> entry instanceof Valid).containsExactly(true, false, false, true);
        assertThat(entries.get(1))
                .isInstanceOfSatisfying(
                        Rejected.class, bad -> assertThat(bad.path()).isEqualTo("feedback[1].outcome"));
    }

    @Test
    void readsABareEntry() {
        assertThat(read("{'card':'c1','outcome':'overridden'}"))
                .containsExactly(new Valid(new Feedback.Overridden("c1", Optional.empty(), Optional.empty())));
        assertThat(read("{'card':'c1','outcome':'?'}"))
                .first()
                .isInstanceOfSatisfying(
                        Rejected.class, bad -> assertThat(bad.path()).isEqualTo("outcome"));
        assertThat(read("{'feedback':{'card':'c1','outcome':'overridden'}}"))
                .first()
                .isInstanceOf(Valid.class);
    }

    @Test
    void readsAnEmptyArray() {
        assertThat(read("{'feedback':[]}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "7",
                "[]",
                "{}",
                "{'feedback':null}",
                "{'feedback':'x'}",
                "{'invalid'}",
                "{'feedback':["
            })
    void refusesABodyWithoutFeedback(String body) {
        assertThatExceptionOfType(BadCall.class).isThrownBy(() -> read(body));
    }
}
