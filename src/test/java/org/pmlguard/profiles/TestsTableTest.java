package org.pmlguard.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pmlguard.profiles.Artefacts.codes;
import static org.pmlguard.profiles.Artefacts.idOf;

import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TestsTableTest {
    private static final List<JsonNode> TESTS = Artefacts.table("tests");

    @ParameterizedTest
    @CsvSource({
        "JC Virus Index, jcv-index",
        "STRATIFY JCV Antibody Index, jcv-index",
        "JC Virus Antibody, jcv-antibody",
        "STRATIFY JCV Inhibition, jcv-inhibition",
        "JC virus DNA [Presence] in Cerebral spinal fluid by NAA with probe detection, jcv-dna-csf",
        "Absolute Lymphocytes, alc",
        "CD4 Count, cd4",
        "MR Brain WO and W contrast IV, mri-brain"
    })
    void aNameLeadsToItsTest(String name, String test) {
        assertThat(recognised(name)).containsExactly(test);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lymphocytes %", "JC virus DNA in urine by PCR", "CD4/CD8 Ratio", "CMV IgG", "CD3 cells"})
    void aLookAlikeIsNobody(String name) {
        assertThat(recognised(name)).isEmpty();
    }

    @Test
    void percentagesAndAllTCellsAreNoCounts() {
        Set<String> codes = codes(row("alc"), "value-sets");
        codes.addAll(codes(row("cd4"), "value-sets"));
        assertThat(codes)
                .doesNotContain(
                        "http://loinc.org|736-9",
                        "http://loinc.org|8123-2",
                        "http://loinc.org|8122-4",
                        "http://loinc.org|8127-3");
    }

    @Test
    void aUnitScalesToTheCanonicalOneAndPercentNever() {
        for (JsonNode test : TESTS) {
            for (Map.Entry<String, JsonNode> unit : test.path("units").properties()) {
                assertThat(unit.getKey()).doesNotContain("%");
                assertThat(unit.getValue().decimalValue()).isGreaterThan(BigDecimal.ZERO);
            }
            assertThat(test.path("units").has(""))
                    .as("only an index, wherever it is filed, may come without a unit: %s", idOf(test))
                    .isEqualTo(Set.of("jcv-index", "jcv-antibody").contains(idOf(test)));
            assertThat(test.path("units").properties().stream()
                            .map(u -> u.getKey().replace(" ", "").toLowerCase(Locale.ROOT)))
                    .doesNotHaveDuplicates();
            if (test.has("unit")) {
                assertThat(test.required("units")
                                .required(test.required("unit").asString())
                                .decimalValue())
                        .isEqualByComparingTo(BigDecimal.ONE);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "alc, cells/uL, 0.001",
        "alc, K/uL, 1",
        "alc, 10*6/L, 0.001",
        "cd4, 10*3/uL, 1000",
        "cd4, cells/uL, 1",
        "igg, mg/dL, 0.01"
    })
    void aUnitHasItsFactor(String test, String unit, BigDecimal factor) {
        assertThat(row(test).required("units").required(unit).decimalValue()).isEqualByComparingTo(factor);
    }

    @Test
    void everyTestSaysHowLongItIsFresh() {
        assertThat(TESTS)
                .allSatisfy(
                        test -> assertThat(Period.parse(test.required("fresh").asString()))
                                .isNotEqualTo(Period.ZERO));
    }

    @Test
    void whatIsOrderedIsAlsoRecognised() {
        assertThat(TESTS).filteredOn(test -> test.has("order-code")).allSatisfy(test -> {
            JsonNode order = test.required("order-code");
            assertThat(codes(test, "value-sets"))
                    .contains(order.required("system").asString() + "|"
                            + order.required("code").asString());
        });
    }

    private static JsonNode row(String id) {
        return TESTS.stream().filter(t -> idOf(t).equals(id)).findFirst().orElseThrow();
    }

    private static List<String> recognised(String name) {
        return TESTS.stream()
                .filter(t -> Phrase.matches(t, name))
                .map(t -> idOf(t))
                .toList();
    }
}
