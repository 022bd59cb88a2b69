package org.pmlguard.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FhirAccessTest {

    private static final String SERVER = "'fhirServer':'https://ehr.example/fhir',";

    private static Optional<FhirAccess> access(String members) {
        return Bodies.call("patient-view", "{'hook':'patient-view'," + members + "'context':{'patientId':'p1'}}")
                .fhir();
    }

    private static Optional<AccessToken> token(String authorization) {
        return access(SERVER + "'fhirAuthorization':" + authorization + ",")
                .orElseThrow()
                .token();
    }

    @Test
    void readsEverything() {
        FhirAccess access = access(SERVER + """
                'fhirAuthorization':{'access_token':'s3cret','token_type':'Bearer','expires_in':300,
                'scope':'user/Patient.rs','subject':'cds-service','patient':'Patient/p1'},""").orElseThrow();

        assertThat(access.server()).isEqualTo("https://ehr.example/fhir");
        assertThat(access.token()).map(AccessToken::reveal).contains("s3cret");
        assertThat(access.scope()).contains("user/Patient.rs");
        assertThat(access.subject()).contains("cds-service");
        assertThat(access.patient()).contains("p1");
        assertThat(access.expiresIn()).contains(Duration.ofMinutes(5));
    }

    @Test
    void ignoresATokenWithoutAServer() {
        assertThat(access("'fhirAuthorization':{'access_token':'s3cret','token_type':'Bearer','expires_in':300},"))
                .isEmpty();
    }

    @Test
    void readsAnOpenServer() {
        assertThat(access(SERVER)).contains(FhirAccess.open("https://ehr.example/fhir"));
        assertThat(token("null")).isEmpty();
        assertThat(token("'s3cret'")).isEmpty();
        assertThat(token("{}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "'0'", "'-30'"})
    void dropsAnExpiredToken(String seconds) {
        assertThat(token("{'access_token':'s3cret','expires_in':" + seconds + "}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "'300'", "null", "1.5", "'soon'", "999999999999", "9999999999999999999999999"})
    void keepsATokenNotKnownToBeExpired(String seconds) {
        assertThat(token("{'access_token':'s3cret','expires_in':" + seconds + "}"))
                .isPresent();
    }

    @Test
    void dropsATokenOfAnotherType() {
        assertThat(token("{'access_token':'s3cret','token_type':'mac'}")).isEmpty();
        assertThat(token("{'access_token':'s3cret','token_type':'bearer'}")).isPresent();
        assertThat(token("{'access_token':'s3cret'}")).isPresent();
    }

    @Test
    void printsNoSecret() {
        assertThat(token("{'access_token':'s3cret'}").orElseThrow()).hasToString("***");
        assertThat(access(SERVER + "'fhirAuthorization':{'access_token':'s3cret','patient':'p77'},"))
                .asString()
                .contains("***")
                .doesNotContain("s3cret", "p77");
        assertThatIllegalArgumentException().isThrownBy(() -> new AccessToken(" "));
    }
}
