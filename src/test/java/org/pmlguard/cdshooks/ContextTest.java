package org.pmlguard.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContextTest {

    private static final String IDS = "'patientId':'p1','encounterId':'e1','userId':'Practitioner/u1'";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            patient-view             |                                    | PatientView
            encounter-start          |                                    | EncounterStart
            encounter-discharge      |                                    | EncounterDischarge
            order-select             | ,"draftOrders":[]                  | OrderSelect
            order-sign               | ,"draftOrders":[]                  | OrderSign
            order-review             | ,"orders":[]                       | OrderReview
            medication-prescribe     | ,"medications":[]                  | MedicationPrescribe
            medication-refill        | ,"medications":[]                  | MedicationRefill
            medication-verify        | ,"medication":{"resourceType":"x"} | MedicationVerify
            order-dispatch           | ,"dispatchedOrders":["Task/1"],"performer":"Practitioner/2" | OrderDispatch
            appointment-book         | ,"appointments":[]                 | AppointmentBook
            problem-list-item-create | ,"conditions":[]                   | ProblemListItemCreate
            allergyintolerance-create| ,"allergyIntolerance":{"resource":{"resourceType":"x"}} | AllergyIntoleranceCreate
            our-own-hook             | ,"anything":1                      | Custom
            """, quoteCharacter = '`')
    void readsEveryPublishedHookAndAnyOther(String hook, String more, String type) {
        Context context = Bodies.context(hook, "{" + IDS + (more == null ? "" : more) + "}");

        assertThat(context.getClass().getSimpleName()).isEqualTo(type);
        assertThat(context.patientId()).contains("p1");
        assertThat(context.encounterId()).contains("e1");
        assertThat(context.userId()).contains("Practitioner/u1");
        assertThat(context)
                .asString()
                .startsWith(type)
                .doesNotContain("p1", "e1", "u1", "Task", "resourceType", "anything");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            our-own-hook              | []                                               | context
            encounter-start           | {'patientId':'p1'}                               | context.encounterId
            encounter-discharge       | {'encounterId':'e1'}                             | context.patientId
            order-select              | {'draftOrders':[]}                               | context.patientId
            order-sign                | {'patientId':'p1','draftOrders':'Bundle'}        | context.draftOrders
            order-dispatch            | {'patientId':'p1','performer':'Practitioner/2'}  | context.dispatchedOrders
            order-dispatch            | {'patientId':'p1','dispatchedOrders':['Task/1']} | context.performer
            appointment-book          | {'patientId':'p1'}                               | context.appointments
            problem-list-item-create  | {'patientId':'p1','conditions':null}             | context.conditions
            allergyintolerance-create | {'patientId':'p1','allergyIntolerance':{}}       | context.allergyIntolerance
            """, quoteCharacter = '`')
    void refusesAContextThatLacksWhatItsHookRequires(String hook, String context, String path) {
        assertThatExceptionOfType(BadCall.class)
                .isThrownBy(() -> Bodies.context(hook, context))
                .satisfies(bad -> assertThat(bad.path()).isEqualTo(path));
    }

    @Test
    void readsAllergiesInEveryPublishedShape() {
        for (String shape : new String[] {
            "'allergyIntolerance':{'resourceType':'AllergyIntolerance'}",
            "'allergyIntolerance':{'resource':{'resourceType':'AllergyIntolerance'}}",
            "'allergyIntolerances':{'resourceType':'Bundle','entry':[{'resource':{'resourceType':'AllergyIntolerance'}}]}"
        }) {
            var context = (Context.AllergyIntoleranceCreate)
                    Bodies.context("allergyintolerance-create", "{'patientId':'p1'," + shape + "}");
            assertThat(context.allergyIntolerances()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'dispatchedOrders':['ServiceRequest/1'],'fulfillmentTasks':[{'resourceType':'Task'}]",
                "'dispatchedOrders':['ServiceRequest/1'],'fulfillment-tasks':[{'resourceType':'Task'}]",
                "'order':'ServiceRequest/1','task':{'resourceType':'Task'}"
            })
    void readsBothVersionsOfOrderDispatch(String shape) {
        var context = (Context.OrderDispatch)
                Bodies.context("order-dispatch", "{'patientId':'p1','performer':'Organization/o1'," + shape + "}");
        assertThat(context.dispatchedOrders()).containsExactly("ServiceRequest/1");
        assertThat(context.fulfillmentTasks()).hasSize(1);
        assertThat(context.performer()).isEqualTo("Organization/o1");
    }

    @ParameterizedTest
    @CsvSource({
        "Practitioner/u1, userPractitionerId, u1",
        "PractitionerRole/u1, userPractitionerRoleId, u1",
        "Patient/u1, userPatientId, u1",
        "RelatedPerson/u1, userRelatedPersonId, u1",
        "Practitioner/u1, context.userId, Practitioner/u1"
    })
    void offersTheUserUnderTheTokenOfItsType(String user, String token, String value) {
        Context context = Bodies.context("patient-view", "{'patientId':'p1','userId':'" + user + "'}");
        assertThat(context.token(token)).contains(value);
        assertThat(context.token("context.patientId")).contains("p1");
    }

    @ParameterizedTest
    @CsvSource({
        "PractitionerRole/u1, userPractitionerId",
        "Practitioner/u1, userPractitionerRoleId",
        "u1, userPractitionerId",
        "u1, context.userId",
        "Practitioner/u1/x, context.userId",
        "Practitioner/u1, context.encounterId",
        "Practitioner/u1, context.draftOrders",
        "Practitioner/u1, patientId"
    })
    void offersNoTokenItHasNoValueFor(String user, String token) {
        Context context = Bodies.context("patient-view", "{'patientId':'p1','userId':'" + user + "'}");
        assertThat(context.token(token)).isEmpty();
    }

    @Test
    void offersThePrimitiveFieldsOfAHookOfOnesOwn() {
        Context context = Bodies.context("our-own-hook", "{'ward':'w7','bed':12,'team':['a']}");
        assertThat(context.token("context.ward")).contains("w7");
        assertThat(context.token("context.bed")).contains("12");
        assertThat(context.token("context.team")).isEmpty();
        assertThat(context.token("ward")).isEmpty();
    }
}
