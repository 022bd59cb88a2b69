package org.pmlguard.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallReaderTest {

    private static final String VIEW =
            "{'hook':'patient-view','context':{'patientId':'p1','userId':'Practitioner/u1'}}";

    @Test
    void readsAWholeCall() {
        Call call = Bodies.call("patient-view", """
                {'hook':'patient-view','hookInstance':'d1577c69-dfbe-44ad-ba6d-3e05e953b2ea',
                 'fhirServer':'https://ehr.example/fhir',
                 'context':{'patientId':'p1','userId':'Practitioner/u1','encounterId':'e1'},
                 'prefetch':{'patient':{'resourceType':'Patient','id':'p1'}}}""");

        assertThat(call.hook()).isEqualTo("patient-view");
        assertThat(call.hookInstance()).contains("d1577c69-dfbe-44ad-ba6d-3e05e953b2ea");
        assertThat(call.fhir()).map(FhirAccess::server).contains("https://ehr.example/fhir");
        assertThat(call.context()).isInstanceOf(Context.PatientView.class);
        assertThat(call.context().patientId()).contains("p1");
        assertThat(call.context().encounterId()).contains("e1");
        assertThat(call.context().userId()).contains("Practitioner/u1");
        assertThat(call.prefetch().value("patient")).isInstanceOf(PrefetchValue.Found.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            []                                          | ''
            null                                        | ''
            'text'                                      | ''
            42                                          | ''
            {'invalid'}                                 | ''
            {}                                          | hook
            {'hook':null,'context':{}}                  | hook
            {'hook':'','context':{}}                    | hook
            {'hook':{},'context':{}}                    | hook
            {'hook':'order-sign','context':{}}          | hook
            {'hook':'http://hooks.example/review-patient-view','context':{}} | hook
            {'hook':'patient-view'}                     | context
            {'hook':'patient-view','context':null}      | context
            {'hook':'patient-view','context':'p1'}      | context
            {'hook':'patient-view','context':7}         | context
            {'hook':'patient-view','context':{}}        | context.patientId
            {'hook':'patient-view','context':[]}        | context.patientId
            {'hook':'patient-view','context':{'patientId':null}} | context.patientId
            {'hook':'patient-view','context':{'patientId':''}}   | context.patientId
            {'hook':'patient-view','context':{'patientId':' '}}  | context.patientId
            {'hook':'patient-view','context':{'patientId':['p1']}} | context.patientId
            {'hook':'patient-view','context':{'patientId':'Patient/'}} | context.patientId
            """, quoteCharacter = '`')
    void refusesAndNamesThePlace(String body, String path) {
        assertThatExceptionOfType(BadCall.class)
                .isThrownBy(() -> Bodies.call("patient-view", body))
                .satisfies(bad -> assertThat(bad.path()).isEqualTo(path.replace("''", "")))
                .satisfies(bad -> assertThat(bad.rule()).isNotBlank());
    }

    @Test
    void refusesAnEmptyBody() {
        assertThatExceptionOfType(BadCall.class).isThrownBy(() -> Bodies.call("patient-view", ""));
        assertThatExceptionOfType(BadCall.class).isThrownBy(() -> Bodies.call("patient-view", " \n "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'hook':'SECRET','context':{'patientId':'SECRET'}}",
                "{'hook':'patient-view','context':'SECRET'}",
                "{'hook':'patient-view','context':{'SECRET':'SECRET'}}",
                "{'hook':SECRET}",
                "SECRET",
                "{'hook':'SECRET",
                "{'hook':'patient-view','context':{'patientId':1SECRET}}",
                "{'hook':'patient-view','context':{'patientId':'\\SECRET'}}"
            })
    void tellsNothingOfTheBodyInARefusal(String body) {
        assertThatExceptionOfType(BadCall.class)
                .isThrownBy(() -> Bodies.call("patient-view", body))
                .satisfies(bad ->
                        assertThat(bad.toString() + bad.path() + bad.rule()).doesNotContain("SECRET"))
                .withNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'hook':'patient-view','hookInstance':null,'fhirServer':null,'fhirAuthorization':null,'user':null,"
                        + "'prefetch':null,'extension':null,'context':{'patientId':'p1','encounterId':null,'userId':null}}",
                "{'hook':'patient-view','context':{'patientId':'Patient/p1'}}",
                "{'hook':'patient-view','context':{'patientId':'https://ehr.example/fhir/Patient/p1'}}",
                "{'hook':'patient-view','patient':'p1','user':'Practitioner/u1','context':[]}",
                "{'hook':'patient-view','patient':'Patient/p1','context':{}}",
                "{'hook':'http://hooks.example/patient-view','context':{'patientId':'p1'}}",
                "{'hook':'patient-view','hookInstance':'unicode-test','prefetch':'<html>','fhirServer':7,"
                        + "'context':{'patientId':'p1','extension':{'a':1},'surprise':[[]]},'surprise':{}}",
                "{'hook':'patient-view','context':{'patientId':'p1'}} trailing garbage }",
                "\uFEFF{'hook':'patient-view','context':{'patientId':'p1'}}"
            })
    void letsHarmlessDefectsPass(String body) {
        Call call = Bodies.call("patient-view", body);

        assertThat(call.context().patientId()).contains("p1");
        assertThat(call.fhir()).isEmpty();
        assertThat(call.prefetch().everything()).isEmpty();
    }

    @Test
    void takesAnInstanceThatIsNoUuidAndAMissingOne() {
        String body = "{'hook':'patient-view',%s'context':{'patientId':'p1'}}";
        assertThat(Bodies.call("patient-view", body.formatted("'hookInstance':'test',"))
                        .hookInstance())
                .contains("test");
        assertThat(Bodies.call("patient-view", body.formatted("")).hookInstance())
                .isEmpty();
    }

    @Test
    void takesAWholeNumberForAnId() {
        assertThat(Bodies.context("patient-view", "{'patientId':1288992}").patientId())
                .contains("1288992");
    }

    @Test
    void stripsTheTypeOfAnEncounterToo() {
        Context context = Bodies.context("encounter-start", "{'patientId':'p1','encounterId':'Encounter/e9'}");
        assertThat(context.encounterId()).contains("e9");
    }

    @Test
    void prefersTheIdsInTheContextToTheLegacyOnesBesideIt() {
        Call call = Bodies.call(
                "patient-view",
                "{'hook':'patient-view','patient':'old','user':'old','context':{'patientId':'new','userId':'Patient/new'}}");
        assertThat(call.context().patientId()).contains("new");
        assertThat(call.context().userId()).contains("Patient/new");
    }

    @Test
    void keepsIdsOfAnyLengthAndAlphabet() {
        String id = "e" + "x".repeat(193) + "\u2011\u4E2D";
        assertThat(Bodies.context("patient-view", "{'patientId':'" + id + "'}").patientId())
                .contains(id);
    }

    @Test
    void readsUtf16AsJsonAllows() {
        byte[] utf16 = VIEW.replace('\'', '"').getBytes(StandardCharsets.UTF_16BE);
        Call call = new CallReader().read(utf16, Bodies.service("patient-view"));
        assertThat(call.context().patientId()).contains("p1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'prefetch':{'a':[{}]},'hook':'patient-view','hookInstance':'i1','context':{'patientId':'p1'}}",
                "{'hook':'patient-view','hookInstance':'i1','context':{'patientId':'p1'},'prefetch':{'a':[{}]}}",
                "{'hook':'patient-view','context':{'patientId':'p1'},'prefetch':{'a':{}},'hookInstance':'i1'}"
            })
    void readsWithoutThePrefetchWhereverItStands(String body) {
        Call call = new CallReader().readWithoutPrefetch(Bodies.bytes(body), Bodies.service("patient-view"));
        assertThat(call.context().patientId()).contains("p1");
        assertThat(call.hookInstance()).contains("i1");
        assertThat(call.prefetch().everything()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "7", "{'hook':", "{'hook':'patient-view','prefetch':{'a':[}}"})
    void refusesWithoutThePrefetchWhatItRefusesWithIt(String body) {
        assertThatExceptionOfType(BadCall.class)
                .isThrownBy(
                        () -> new CallReader().readWithoutPrefetch(Bodies.bytes(body), Bodies.service("patient-view")));
    }

    @Test
    void showsNothingOfThePatientInItsText() {
        Call call = Bodies.call("order-sign", """
                {'hook':'order-sign','fhirServer':'https://ehr.example',
                 'fhirAuthorization':{'access_token':'SECRET','token_type':'Bearer','patient':'SECRET'},
                 'context':{'patientId':'SECRET','userId':'SECRET','draftOrders':[{'resourceType':'Task','id':'SECRET'}]},
                 'prefetch':{'p':{'resourceType':'Patient','id':'SECRET'}}}""");

        assertThat(call.toString()
                        + call.context()
                        + call.prefetch()
                        + call.prefetch().value("p")
                        + call.fhir())
                .doesNotContain("SECRET")
                .contains("order-sign", "***");
    }
}
