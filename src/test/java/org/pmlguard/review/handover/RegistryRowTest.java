package org.pmlguard.review.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pmlguard.knowledge.load.PackLoader;

/** What a registry gets names nobody. */
class RegistryRowTest {

    private static final RegistryRow ROWS =
            new RegistryRow(PackLoader.shipped(), "a secret of this hospital's own making");

    /** The eighteen identifiers of the Safe Harbor method, each in every text that a case holds. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nora Canary",
                "90210",
                "1931-02-03",
                "+1 555 123 4567",
                "5551234",
                "nora@canary.example",
                "078-05-1120",
                "MRN0042137",
                "PLAN-99812",
                "ACC-7712345",
                "LIC-D1234567",
                "1HGCM82633A004352",
                "DEV-SN-77812",
                "https://canary.example/nora",
                "192.0.2.17",
                "fingerprint-ab12",
                "photo-nora.jpg",
                "0f8fad5b-d9cb-469f-a165-70867728950e"
            })
    void noIdentifierIsInIt(String canary) {
        Reviewed one = Cases.closed(canary);
        String json = ROWS.of(one).toString();
        String cells = Csv.line(ROWS.cells(one));
        assertThat(json + cells).doesNotContainIgnoringCase(canary);
        assertThat(json + cells).doesNotContainPattern("[0-9]{4}-[0-9]{2}").doesNotContain("draft-1", "Observation");
    }

    @Test
    void theFieldsOfARegistryAreInIt() {
        Map<String, Object> row = ROWS.of(Cases.closed("free text"));
        assertThat(row)
                .containsEntry("year", 2026)
                .containsEntry("drug", "natalizumab")
                .containsEntry("indicator", "critical")
                .containsEntry("rules", List.of("PML-019"))
                .containsEntry("jcv_index_band", "above 1.5")
                .containsEntry("conditions", List.of("ms"))
                .containsEntry("pml_on_record", false)
                .containsEntry("prior_immunosuppressants", List.of("azathioprine"))
                .containsEntry("brain_mri_year", 2026)
                .containsEntry("not_known", List.of("lab-missing"))
                .containsEntry("prescriber", "overridden")
                .containsEntry("override_reason", "other")
                .containsEntry("interventions", List.of("recommended-test"))
                .containsEntry("conclusion", "verified")
                .doesNotContainKey("jcv_antibody");
        assertThat(row.get("exposure_months")).hasToString("30");
        assertThat(row.get("lymphocytes_e9_per_l")).hasToString("0.71");
        assertThat(RegistryRow.FIELDS).containsAll(row.keySet());
    }

    @Test
    void theNameOfACaseIsTheSameWithTheSameKeyOnly() {
        Reviewed one = Cases.closed("x");
        Object name = ROWS.of(one).get("case");
        assertThat(name).isEqualTo(ROWS.of(one).get("case"));
        assertThat(new RegistryRow(PackLoader.shipped(), "another secret of another hospital")
                        .of(one)
                        .get("case"))
                .isNotEqualTo(name);
    }
}
