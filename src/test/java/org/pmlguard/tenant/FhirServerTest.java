package org.pmlguard.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FhirServerTest {

    private static final FhirServer EHR = FhirServer.at("https://ehr.example/api/FHIR/R4");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ehr.example/api/FHIR/R4",
                "https://ehr.example/api/FHIR/R4/",
                "HTTPS://EHR.Example/api/FHIR/R4",
                "https://ehr.example:443/api/FHIR/R4"
            })
    void everySpellingOfTheRegisteredBaseMatches(String asSent) {
        assertThat(EHR.matches(asSent)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " https://ehr.example/api/FHIR/R4",
                "https://ehr.example/api/FHIR/R4\n",
                "https://ehr.\texample/api/FHIR/R4",
                "http://ehr.example/api/FHIR/R4",
                "https://ehr.example",
                "https://ehr.example/",
                "https://ehr.example/api/FHIR",
                "https://ehr.example/api/FHIR/R4/Patient",
                "https://ehr.example/api/FHIR/R4x",
                "https://ehr.example/api/fhir/r4",
                "https://ehr.example/api/FHIR//R4",
                "https://ehr.example/api/FHIR/R4//",
                "https://ehr.example/api/FHIR/./R4",
                "https://ehr.example/api/x/../FHIR/R4",
                "https://ehr.example/api/x/..;/FHIR/R4",
                "https://ehr.example/api/x/%2e%2e/FHIR/R4",
                "https://ehr.example/api%2FFHIR/R4",
                "https://ehr.example/api%5cFHIR/R4",
                "https://ehr.example\\@evil.example/api/FHIR/R4",
                "https://ehr.example/api\\FHIR/R4",
                "https://ehr.example/api/FHIR/R4?x=1",
                "https://ehr.example/api/FHIR/R4?",
                "https://ehr.example/api/FHIR/R4#x",
                "https://ehr.example.evil.example/api/FHIR/R4",
                "https://evil-ehr.example/api/FHIR/R4",
                "https://ehr.example.:443/api/FHIR/R4",
                "https://ehr.example:8443/api/FHIR/R4",
                "https://ehr.example:80/api/FHIR/R4",
                "https://ehr.example:0443443/api/FHIR/R4",
                "https://ehr.example:/api/FHIR/R4",
                "https://ehr.example:99999999999/api/FHIR/R4",
                "https://ehr.example@evil.example/api/FHIR/R4",
                "https://user:secret@ehr.example/api/FHIR/R4",
                "https://@ehr.example/api/FHIR/R4",
                "https://evil.example/https://ehr.example/api/FHIR/R4",
                "//ehr.example/api/FHIR/R4",
                "/api/FHIR/R4",
                "ehr.example/api/FHIR/R4",
                "https:ehr.example/api/FHIR/R4",
                "https:///api/FHIR/R4",
                "https://:443/api/FHIR/R4",
                "https://еhr.example/api/FHIR/R4",
                "https://xn--hr-cia.example/api/FHIR/R4",
                "https://%65hr.example/api/FHIR/R4",
                "https://ehr_example/api/FHIR/R4",
                "https://[ehr.example]/api/FHIR/R4",
                "ftp://ehr.example/api/FHIR/R4",
                "file:///etc/passwd",
                "jar:https://ehr.example/api/FHIR/R4!/",
                "gopher://ehr.example/api/FHIR/R4",
                "javascript:alert(1)",
                "http://169.254.169.254/latest/meta-data/",
                "http://[::ffff:127.0.0.1]/",
                "http://0x7f000001/",
                "http://017700000001/",
                "http://2130706433/",
                "http://127.1/"
            })
    void nothingElseMatches(String asSent) {
        assertThat(EHR.matches(asSent)).isFalse();
    }

    @Test
    void anInternationalHostIsTheSameInBothSpellings() {
        assertThat(FhirServer.at("https://Klinik-München.example/fhir")
                        .matches("https://xn--klinik-mnchen-3ob.example/fhir"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080/fhir",
                "http://127.0.0.1/fhir",
                "http://127.8.9.10/fhir",
                "http://[::1]:81"
            })
    void plainHttpIsForThisMachine(String address) {
        assertThat(FhirServer.at(address).matches(address)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "http://ehr.example/fhir, must use https; http is for this machine only",
        "http://localhost.evil.example/fhir, must use https; http is for this machine only",
        "http://10.0.0.1/fhir, must use https; http is for this machine only",
        "https://ehr.example:0/fhir, must have a port between 1 and 65535",
        "https://ehr.example:65536/fhir, must have a port between 1 and 65535",
        "https://ehr.example/a/../fhir, 'must have a plain path: no dots, double, encoded or back slashes'",
        "https://a b.example/fhir, must name a valid host",
        "https://256.1.1.1.1/fhir, must name a valid host",
        "https://ehr.example/a b, must be a valid URL",
        "ehr.example, 'must be an absolute http or https base URL without user name, query or fragment'"
    })
    void whatCannotBeRegisteredIsRefusedWithAReason(String address, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FhirServer.at(address))
                .withMessage(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ehr.example/api/FHIR/R4",
                "https://ehr.example/api/FHIR/R4?_getpages=1&x=%2F..",
                "https://ehr.example/api/FHIR/R4/?_getpages=1",
                "https://EHR.example:443/api/FHIR/R4/Observation?page=2"
            })
    void addressesAtOrBelowTheBaseAreOnTheServer(String address) {
        assertThat(EHR.contains(URI.create(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ehr.example/api/FHIR/R4x?page=2",
                "https://ehr.example/api/FHIR/STU3/Observation",
                "https://ehr.example/api/FHIR/R4/../admin",
                "https://ehr.example/api/FHIR/R4/..;/admin",
                "https://ehr.example/api/FHIR/R4/%2E%2e/admin",
                "https://ehr.example/api/FHIR/R4/a%2fb",
                "https://ehr.example/api/FHIR/R4/.",
                "https://ehr.example/api/FHIR/R4//x",
                "https://x@ehr.example/api/FHIR/R4/Observation",
                "https://ehr.example/api/FHIR/R4/Observation#x",
                "http://ehr.example/api/FHIR/R4/Observation",
                "https://ehr.example:444/api/FHIR/R4/Observation",
                "https://ehr.example.evil.example/api/FHIR/R4/Observation",
                "Observation?page=2",
                "mailto:someone@ehr.example",
                "urn:uuid:5"
            })
    void otherAddressesAreNot(String address) {
        assertThat(EHR.contains(URI.create(address))).isFalse();
    }
}
