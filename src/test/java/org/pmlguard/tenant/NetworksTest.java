package org.pmlguard.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pmlguard.tenant.FhirServer.Terms;

/** To which addresses a registered name may lead. */
class NetworksTest {

    private static final Terms INSIDE = new Terms(true, false, false);
    private static final FhirServer PUBLIC = FhirServer.at("https://ehr.example/fhir");
    private static final FhirServer OF_THE_HOUSE = FhirServer.at("https://ehr.example/fhir", INSIDE);
    private static final FhirServer HERE = FhirServer.at("http://localhost:8080/fhir");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "172.15.0.1",
                "172.32.0.1",
                "11.0.0.1",
                "100.63.255.255",
                "2606:4700::1",
                "64:ff9b::808:808"
            })
    void aPublicAddressIsForEveryServer(String address) {
        assertThat(PUBLIC.allows(InetAddress.ofLiteral(address))).isTrue();
        assertThat(OF_THE_HOUSE.allows(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1",
                "10.255.255.255",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.0.1",
                "100.64.0.1",
                "127.0.0.1",
                "127.255.255.254",
                "198.18.0.1",
                "203.0.113.5",
                "::1",
                "fc00::1",
                "fdff::1",
                "2001:db8::1",
                "::ffff:10.0.0.1",
                "::10.0.0.1",
                "64:ff9b::a00:1",
                "64:ff9b:1::c0a8:1",
                "2002:a00:1::1",
                "2002:7f00:1::"
            })
    void anAddressInsideIsOnlyForServersThatMayBeInside(String address) {
        assertThat(PUBLIC.allows(InetAddress.ofLiteral(address))).isFalse();
        assertThat(OF_THE_HOUSE.allows(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "169.254.169.254",
                "169.254.0.1",
                "100.100.100.200",
                "168.63.129.16",
                "192.0.0.192",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "ff02::1",
                "fd00:ec2::254",
                "::ffff:169.254.169.254",
                "64:ff9b::a9fe:a9fe",
                "2002:a9fe:a9fe::1"
            })
    void whereMachinesTellSecretsNoServerMayBe(String address) {
        assertThat(PUBLIC.allows(InetAddress.ofLiteral(address))).isFalse();
        assertThat(OF_THE_HOUSE.allows(InetAddress.ofLiteral(address))).isFalse();
        assertThat(HERE.allows(InetAddress.ofLiteral(address))).isFalse();
    }

    @Test
    void whatIsRegisteredOnThisMachineStaysOnThisMachine() {
        assertThat(HERE.allows(InetAddress.ofLiteral("127.0.0.1"))).isTrue();
        assertThat(HERE.allows(InetAddress.ofLiteral("::1"))).isTrue();
        assertThat(HERE.allows(InetAddress.ofLiteral("10.0.0.1"))).isFalse();
        assertThat(HERE.allows(InetAddress.ofLiteral("8.8.8.8"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://169.254.169.254/",
                "https://[fe80::1]/fhir",
                "https://[::ffff:169.254.169.254]/",
                "https://0.0.0.0/"
            })
    void anAddressWhereMachinesTellSecretsCannotBeRegistered(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FhirServer.at(address, INSIDE))
                .withMessage("must not be a link-local, multicast or metadata address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://10.0.0.5/fhir", "https://[fd12::1]/fhir", "https://192.168.1.20:9443/fhir"})
    void anAddressInsideIsRegisteredOnlyWhereThatIsAllowed(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FhirServer.at(address))
                .withMessage("is in a private network, which must be allowed explicitly");
        assertThat(FhirServer.at(address, INSIDE).matches(address)).isTrue();
    }

    @Test
    void plainHttpIsForThisMachineUnlessTheTermsSayOtherwise() {
        assertThatIllegalArgumentException().isThrownBy(() -> FhirServer.at("http://ehr.example/fhir", INSIDE));
        FhirServer plain = FhirServer.at("http://ehr.example/fhir", new Terms(false, true, false));
        assertThat(plain.matches("http://EHR.example:80/fhir/")).isTrue();
        assertThat(plain.matches("https://ehr.example/fhir")).isFalse();
    }
}
