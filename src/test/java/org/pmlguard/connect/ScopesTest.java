package org.pmlguard.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pmlguard.connect.kit.Definitions;
import org.pmlguard.connect.kit.Scopes;
import org.pmlguard.connect.kit.Scopes.Needed;

class ScopesTest {

    private static final List<Needed> NEEDED = Scopes.of(Definitions.shipped().services());
    private static final List<Needed> LABS = List.of(new Needed("Observation", "", ""));

    @Test
    void theyAreThoseOfTheTemplatesAndOfWhatTheyPointTo() {
        assertThat(NEEDED.stream().map(Needed::second))
                .containsExactly(
                        "patient/Condition.rs",
                        "patient/Medication.rs",
                        "patient/MedicationAdministration.rs",
                        "patient/MedicationRequest.rs",
                        "patient/MedicationStatement.rs",
                        "patient/Observation.rs",
                        "patient/Procedure.rs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "patient/Observation.read",
                "patient/Observation.*",
                "patient/*.read",
                "user/Observation.rs",
                "system/*.cruds",
                "openid launch patient/Observation.rs?category=laboratory"
            })
    void bothGrammarsAreUnderstood(String granted) {
        assertThat(Scopes.missing(LABS, granted)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "patient/Observation.write",
                "patient/Observation.r",
                "patient/Observation.s",
                "patient/Condition.rs",
                "patient/Observation",
                "Observation.rs"
            })
    void whatDoesNotReadAndSearchIsNotEnough(String granted) {
        assertThat(Scopes.missing(LABS, granted)).containsExactly("Observation");
    }

    @Test
    void aScopeThatShowsAPartIsTold() {
        assertThat(Scopes.narrowed(LABS, "patient/Observation.rs?category=laboratory patient/Condition.rs?x=y"))
                .containsExactly("patient/Observation.rs?category=laboratory");
    }
}
