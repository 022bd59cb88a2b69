package org.pmlguard.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pmlguard.cdshooks.PrefetchValue.Absent;
import org.pmlguard.cdshooks.PrefetchValue.Empty;
import org.pmlguard.cdshooks.PrefetchValue.Failed;
import org.pmlguard.cdshooks.PrefetchValue.Found;

class PrefetchTest {

    private static Prefetch prefetch(String value) {
        return Bodies.call(
                        "patient-view", "{'hook':'patient-view','context':{'patientId':'p1'},'prefetch':" + value + "}")
                .prefetch();
    }

    private static PrefetchValue value(String value) {
        return prefetch("{'key':" + value + "}").value("key");
    }

    private static Found found(String value) {
        return (Found) value(value);
    }

    private static List<String> ids(Found found) {
        return found.resources().stream()
                .map(each -> each.path("id").asString(""))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "[]", "'<html>'", "7", "{'another':null}"})
    void takesAKeyThatWasNotSentForAbsent(String prefetch) {
        assertThat(prefetch(prefetch).value("key")).isEqualTo(new Absent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "{'resourceType':'Bundle'}",
                "{'resourceType':'Bundle','type':'searchset','total':0,'entry':[]}",
                "{'resourceType':'Bundle','entry':null,'link':[{'relation':'self','url':'https://ehr.example'}]}",
                "{'response':{'status':'200 OK'},'resource':{'resourceType':'Bundle'}}",
                "{'response':{'status':'200 OK'},'resource':null}",
                "{'response':{'status':'200 OK'}}"
            })
    void takesNothingOnFileForEmpty(String value) {
        assertThat(value(value)).isEqualTo(new Empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'resourceType':'OperationOutcome','issue':[{'severity':'error','code':'forbidden'}]}",
                "{'resource':{'resourceType':'OperationOutcome'}}",
                "'<html>Apache Tomcat Error report SECRET</html>'",
                "''",
                "{'resource':'<html>Apache Tomcat Error report SECRET</html>'}",
                "{'response':{'status':'404 SECRET'},'resource':{'resourceType':'Patient','id':'x'}}",
                "{'response':{'status':'500'}}",
                "{}",
                "{'id':'SECRET'}",
                "7",
                "true"
            })
    void takesAFailureForUnknownAndRepeatsNothingOfIt(String value) {
        assertThat(value(value))
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> assertThat(failed.why()).isNotBlank().doesNotContain("SECRET"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'resourceType':'Patient','id':'a'}",
                "{'response':{'status':'200 OK'},'resource':{'resourceType':'Patient','id':'a'}}",
                "{'response':{'status':200},'resource':{'resourceType':'Patient','id':'a'}}",
                "{'resource':{'resourceType':'Patient','id':'a'}}",
                "{'resourceType':'Bundle','entry':[{'resource':{'resourceType':'Patient','id':'a'}}]}",
                "{'resourceType':'Bundle','entry':{'resource':{'resourceType':'Patient','id':'a'},'search':{'mode':'match'}}}",
                "[{'resourceType':'Patient','id':'a'}]"
            })
    void findsAResourceHoweverItIsWrapped(String value) {
        assertThat(ids(found(value))).containsExactly("a");
        assertThat(found(value).partial()).isFalse();
        assertThat(found(value).next()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'resource':{'resourceType':'OperationOutcome'},'search':{'mode':'outcome'}}",
                "{'resource':{'resourceType':'OperationOutcome'}}",
                "{'resource':{'resourceType':'Observation','id':'x'},'search':{'mode':'outcome'}}",
                "{'fullUrl':'https://ehr.example/Observation/1'}",
                "null"
            })
    void marksASearchAsPartialWhenAnEntryIsNoResult(String report) {
        Found found = found("{'resourceType':'Bundle','entry':[{'resource':{'resourceType':'Observation','id':'a'}},"
                + report + "]}");
        assertThat(ids(found)).containsExactly("a");
        assertThat(found.partial()).isTrue();
    }

    @Test
    void neverTakesAWarningWithoutMatchesForEmpty() {
        Found found =
                found("{'resourceType':'Bundle','total':0,'entry':[{'resource':{'resourceType':'OperationOutcome'}}]}");
        assertThat(found.resources()).isEmpty();
        assertThat(found.partial()).isTrue();
    }

    @Test
    void namesTheNextPage() {
        Found found = found("""
                {'resourceType':'Bundle','link':[{'relation':'self','url':'https://ehr.example/1'},null,
                 {'relation':'next','url':'https://ehr.example/2'}],'entry':[{'resource':{'resourceType':'Patient'}}]}""");
        assertThat(found.next()).isEqualTo(Optional.of("https://ehr.example/2"));
    }

    @Test
    void neverTakesAPageWithoutEntriesButWithASuccessorForEmpty() {
        Found found = found("{'resourceType':'Bundle','link':[{'relation':'next','url':'https://ehr.example/2'}]}");
        assertThat(found.resources()).isEmpty();
        assertThat(found.next()).isPresent();
    }

    @Test
    void keepsWhatCameWithTheMatches() {
        Found found = found("""
                {'resourceType':'Bundle','entry':[
                 {'resource':{'resourceType':'MedicationRequest','id':'m'},'search':{'mode':'match'}},
                 {'resource':{'resourceType':'Medication','id':'d'},'search':{'mode':'include'}}]}""");
        assertThat(ids(found)).containsExactly("m", "d");
        assertThat(found.partial()).isFalse();
    }

    @Test
    void readsABundleThatWasFetched() {
        assertThat(PrefetchValue.of(Bodies.json("{'resourceType':'Bundle','entry':[]}")))
                .isEqualTo(new Empty());
        assertThat(PrefetchValue.of(Bodies.json("{}").path("nothing"))).isEqualTo(new Absent());
    }

    @Test
    void offersEverythingUnderEveryKey() {
        Prefetch prefetch = prefetch("""
                {'-user':{'resourceType':'Practitioner','id':'u'},'none':null,'bad':{'resourceType':'OperationOutcome'},
                 'item1':{'resourceType':'Bundle','entry':[{'resource':{'resourceType':'Medication','id':'d'}}]}}""");
        assertThat(prefetch.everything())
                .map(each -> each.path("id").asString())
                .containsExactly("u", "d");
        assertThat(prefetch.value("-user")).isInstanceOf(Found.class);
        assertThat(Prefetch.none().everything()).isEmpty();
    }
}
