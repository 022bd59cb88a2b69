package org.pmlguard.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrefetchTemplateTest {

    private static final PrefetchTemplate LABS =
            new PrefetchTemplate("Observation?patient={{context.patientId}}&code=4548-4&_count=1");

    private static Context patient(String id) {
        return new Context.PatientView(new Ids(Optional.of(id), Optional.empty(), Optional.of("Practitioner/u1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient/{{context.patientId}}",
                "{{context.userId}}",
                "PractitionerRole?_id={{userPractitionerRoleId}}",
                "Practitioner/{{userPractitionerId}}",
                "Patient/{{userPatientId}}",
                "RelatedPerson/{{userRelatedPersonId}}",
                "Observation?patient={{context.patientId}}&code=http://loinc.org|4548-4,1234-5&date=ge2020-01-01&_sort=-date",
                "Condition?code:in=https://vs.example/pml&encounter={{context.encounterId}}&patient={{context.patientId}}",
                "metadata"
            })
    void takesTheGrammarOf201(String text) {
        assertThat(new PrefetchTemplate(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "/Patient/1",
                "Patient/{{Patient.id}}",
                "Patient/{{user}}",
                "Patient/{{patientId}}",
                "Patient/{{ context.patientId }}",
                "Patient/{{context.patientId",
                "Patient/context.patientId}}",
                "Patient/{{}}",
                "Patient/{context.patientId}",
                "Patient/{{context}}",
                "Patient/{{context.patient.id}}",
                "Observation?date=gt{{today() - 90 days}}",
                "Patient/{{%patient.id}}",
                "Patient/{{context.patientId|context.userId}}",
                "Medication?_id={{context.draftOrders.entry.resource.ofType(MedicationRequest).id}}",
                "Observation?patient={{context.patientId}}&date=ge2020&date=le2021",
                "Observation?date&date=le2021",
                "Observation? patient={{context.patientId}}",
                "Observation?code=\u00e4"
            })
    void refusesAnythingElse(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PrefetchTemplate(text));
    }

    @Test
    void fillsItsTokens() {
        assertThat(LABS.fill(patient("p-1.2"))).contains("Observation?patient=p-1.2&code=4548-4&_count=1");
        assertThat(new PrefetchTemplate("{{context.userId}}").fill(patient("p1")))
                .contains("Practitioner/u1");
        assertThat(new PrefetchTemplate("metadata").fill(patient("p1"))).contains("metadata");
        assertThat(LABS.tokens()).containsExactly("context.patientId");
    }

    @Test
    void fillsFromACall() {
        Call call = Bodies.call("patient-view", "{'hook':'patient-view','context':{'patientId':'Patient/p1'}}");
        assertThat(new PrefetchTemplate("Patient/{{context.patientId}}").fill(call))
                .contains("Patient/p1");
    }

    @ParameterizedTest
    @CsvSource({
        "p1&_count=9999, p1%26_count%3D9999",
        "../Practitioner/1, ..%2FPractitioner%2F1",
        "p1?x#y, p1%3Fx%23y",
        "p 1, p%201",
        "p%31, p%2531",
        "$1\\, %241%5C",
        "{{context.userId}}, %7B%7Bcontext.userId%7D%7D",
        "p\u20111, p%E2%80%911"
    })
    void encodesWhatCouldChangeTheQuery(String id, String encoded) {
        boolean climbs = id.startsWith("..");
        Optional<String> expected = climbs ? Optional.empty() : Optional.of("Patient/" + encoded);
        assertThat(new PrefetchTemplate("Patient/{{context.patientId}}").fill(patient(id)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void doesNotFillInAWayUpThePath(String id) {
        assertThat(new PrefetchTemplate("Patient/{{context.patientId}}").fill(patient(id)))
                .isEmpty();
        Context user =
                new Context.PatientView(new Ids(Optional.empty(), Optional.empty(), Optional.of("Practitioner/" + id)));
        assertThat(new PrefetchTemplate("{{context.userId}}").fill(user)).isEmpty();
    }

    @Test
    void encodesAReferenceButKeepsItsSlash() {
        Context user = new Context.PatientView(
                new Ids(Optional.empty(), Optional.empty(), Optional.of("Practitioner/u1?x=1")));
        assertThat(new PrefetchTemplate("{{context.userId}}").fill(user)).contains("Practitioner/u1%3Fx%3D1");
    }

    @Test
    void fillsAListOfReferences() {
        Context dispatch = Bodies.context(
                "order-dispatch",
                "{'patientId':'p1','dispatchedOrders':['ServiceRequest/1','ServiceRequest/2'],'performer':'Organization/o'}");
        assertThat(new PrefetchTemplate("ServiceRequest?_id={{context.dispatchedOrders}}").fill(dispatch))
                .contains("ServiceRequest?_id=ServiceRequest/1,ServiceRequest/2");
        assertThat(new PrefetchTemplate("{{context.performer}}").fill(dispatch)).contains("Organization/o");
    }

    @Test
    void isNotFilledWhenATokenHasNoValue() {
        assertThat(new PrefetchTemplate("Encounter/{{context.encounterId}}").fill(patient("p1")))
                .isEmpty();
        assertThat(new PrefetchTemplate("X?p={{context.patientId}}&e={{context.encounterId}}").fill(patient("p1")))
                .isEmpty();
    }
}
