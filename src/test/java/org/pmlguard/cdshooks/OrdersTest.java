package org.pmlguard.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class OrdersTest {

    private static final String TWO = "'draftOrders':{'resourceType':'Bundle','entry':["
            + "{'fullUrl':'urn:uuid:1','resource':{'resourceType':'MedicationRequest','id':'m1'}},"
            + "{'fullUrl':'https://ehr.example/MedicationRequest/m2','resource':{'resourceType':'MedicationRequest','id':'m2'}}]}";

    private static List<String> ids(List<JsonNode> resources) {
        return resources.stream().map(each -> each.path("id").asString("")).toList();
    }

    private static List<String> selected(String selections) {
        return ids(Bodies.orders("order-select", "{'patientId':'p1'," + selections + TWO + "}")
                .selected());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'resourceType':'Bundle','type':'collection','entry':[{'resource':{'resourceType':'Task','id':'a'}},{'resource':{'id':'b'}}]}",
                "{'resourceType':'Bundle','entry':[{'resource':{'resourceType':'Task','id':'a'}},{'resource':{'resourceType':'X','id':'b'}}]}",
                "{'entry':[{'resource':{'resourceType':'Task','id':'a'}},null,{},{'resource':null},7,{'resource':{'resourceType':'Task','id':'b'}}]}",
                "{'resourceType':'Bundle','entry':[{'resourceType':'Task','id':'a'},{'resourceType':'Task','id':'b'}]}",
                "[{'resourceType':'Task','id':'a'},{'resource':{'resourceType':'Task','id':'b'}}]",
                "[{'resourceType':'Bundle','entry':{'resource':{'resourceType':'Task','id':'a'}}},{'resourceType':'Task','id':'b'}]"
            })
    void unwrapsOrdersHoweverTheyAreWrapped(String orders) {
        Context.Orders context = Bodies.orders("order-sign", "{'patientId':'p1','draftOrders':" + orders + "}");
        assertThat(ids(context.drafts())).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{'resourceType':'Bundle'}",
                "{'resourceType':'Bundle','entry':[]}",
                "{'resourceType':'Bundle','entry':null}"
            })
    void takesABundleWithoutEntriesForNoOrders(String orders) {
        assertThat(Bodies.orders("order-sign", "{'patientId':'p1','draftOrders':" + orders + "}")
                        .drafts())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "order-select,draftOrders",
        "order-sign,draftOrders",
        "order-review,orders",
        "medication-prescribe,medications",
        "medication-refill,medications",
        "medication-verify,medication"
    })
    void findsTheOrdersUnderAnyNameTheyEverHad(String hook, String name) {
        for (String alias : List.of("draftOrders", "orders", "medications", "medication", "order")) {
            String context = "{'patientId':'p1','%s':{'resourceType':'MedicationRequest','id':'m1'}}".formatted(alias);
            assertThat(ids(Bodies.orders(hook, context).selected())).containsExactly("m1");
        }
        for (String nothing : List.of("", ",'draftOrders':null", ",'order':'Task/1'", ",'medications':{}")) {
            assertThatExceptionOfType(BadCall.class)
                    .isThrownBy(() -> Bodies.context(hook, "{'patientId':'p1'" + nothing + "}"))
                    .satisfies(bad -> assertThat(bad.path()).isEqualTo("context." + name));
        }
    }

    @Test
    void prefersTheHooksOwnName() {
        Context.Orders context = Bodies.orders(
                "medication-refill",
                "{'patientId':'p1','draftOrders':[{'resourceType':'Task','id':'a'}],'medications':[{'resourceType':'Task','id':'b'}]}");
        assertThat(ids(context.drafts())).containsExactly("b");
    }

    @Test
    void keepsTheMedicationBesideTheOrderButNotAmongTheOrders() {
        Context.Orders context = Bodies.orders("order-sign", """
                {'patientId':'p1','draftOrders':{'resourceType':'Bundle','entry':[
                 {'fullUrl':'urn:uuid:drug','resource':{'resourceType':'Medication','id':'drug'}},
                 {'resource':{'resourceType':'MedicationRequest','id':'m1','medicationReference':{'reference':'urn:uuid:drug'}}}]}}""");

        assertThat(ids(context.drafts())).containsExactly("m1");
        assertThat(context.bundle())
                .map(Draft::fullUrl)
                .containsExactly(Optional.of("urn:uuid:drug"), Optional.empty());
        assertThat(context.bundle())
                .map(draft -> draft.isNamedBy("Medication/drug"))
                .containsExactly(true, false);
    }

    @Test
    void keepsDuplicates() {
        Context.Orders context = Bodies.orders(
                "order-sign",
                "{'patientId':'p1','draftOrders':[{'resourceType':'Task','id':'a'},{'resourceType':'Task','id':'a'}]}");
        assertThat(ids(context.drafts())).containsExactly("a", "a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "['MedicationRequest/m2']",
                "['https://ehr.example/MedicationRequest/m2']",
                "['http://other.example/fhir/MedicationRequest/m2']",
                "['m2']",
                "'MedicationRequest/m2'",
                "['MedicationRequest/m2','MedicationRequest/unknown']",
                "['MedicationRequest/m2','MedicationRequest/m2',null,{}]",
                "[{'reference':'MedicationRequest/m2'}]"
            })
    void selectsTheOrderThatIsNamed(String selections) {
        assertThat(selected("'selections':" + selections + ",")).containsExactly("m2");
    }

    @Test
    void selectsByFullUrl() {
        assertThat(selected("'selections':['urn:uuid:1'],")).containsExactly("m1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "'selections':null,",
                "'selections':['MedicationRequest/unknown'],",
                "'selections':['MedicationRequest/xm2'],",
                "'selections':['ServiceRequest/m2'],",
                "'selections':[''],",
                "'selections':[null],",
                "'selections':{},"
            })
    void selectsAllWhenNothingUsableIsNamed(String selections) {
        assertThat(selected(selections)).containsExactly("m1", "m2");
    }

    @Test
    void selectsNothingWhenTheCallerSaysThatNothingIsSelected() {
        assertThat(selected("'selections':[],")).isEmpty();
    }

    @Test
    void selectsNoCompanionOfAnOrder() {
        Context.Orders context = Bodies.orders("order-select", """
                {'patientId':'p1','selections':['Medication/x'],'draftOrders':[
                 {'resourceType':'Medication','id':'x'},{'resourceType':'MedicationRequest','id':'m1'}]}""");
        assertThat(ids(context.selected())).containsExactly("m1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'hook':'medication-prescribe','patient':'p1','user':'Practitioner/u','context':[{'resourceType':'MedicationOrder','id':'m1'}]}",
                "{'hook':'http://hooks.example/medication-prescribe','patient':'p1','context':{'resourceType':'MedicationOrder','id':'m1'}}",
                "{'hook':'medication-prescribe','patient':'p1','context':{'medications':[{'resourceType':'MedicationOrder','id':'m1'}]}}",
                "{'hook':'medication-prescribe','user':'Practitioner/u','context':{'patientId':'p1','medications':[{'resourceType':'MedicationOrder','id':'m1'}]}}",
                "{'hook':'medication-prescribe','context':{'patientId':'p1','medications':{'resourceType':'Bundle','entry':[{'resource':{'resourceType':'MedicationOrder','id':'m1'}}]}}}"
            })
    void readsMedicationPrescribeOfEveryYear(String body) {
        Call call = Bodies.call("medication-prescribe", body);
        assertThat(call.context().patientId()).contains("p1");
        assertThat(ids(((Context.Orders) call.context()).selected())).containsExactly("m1");
    }
}
