package org.pmlguard.fhir;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pmlguard.clinical.Gap.Cause;
import org.pmlguard.tenant.FhirServer;
import org.pmlguard.tenant.FhirServer.Terms;
import org.pmlguard.tenant.Tenant;

/** Where a connection to a registered name goes when the name service lies, changes its mind or hangs. */
class AddressesTest {

    private static final Terms INSIDE = new Terms(true, true, false);

    /** Listens on every address of this machine; 127.0.0.1 plays the FHIR server, all others play its neighbours. */
    @RegisterExtension
    static final WireMockExtension EHR =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private static Fetched ask(Names names, Terms terms, Duration budget, int times) {
        EHR.stubFor(get(anyUrl())
                .willReturn(
                        okForContentType("application/fhir+json", "{\"resourceType\": \"Patient\", \"id\": \"mia\"}")));
        String base = (terms.plainHttp() ? "http" : "https") + "://ehr.example:" + EHR.getPort() + "/fhir";
        try (Gate gate = new Gate(Limits.DEFAULT, names, Clock.systemUTC())) {
            Outbound out = gate.open(
                    Samples.call(
                            "",
                            "'fhirServer': '" + base
                                    + "', 'fhirAuthorization': {'access_token': 'canary', 'token_type': 'Bearer'}"),
                    new Tenant("t", Tenant.Auth.NONE, List.of(FhirServer.at(base, terms))),
                    Deadline.in(budget));
            return Stream.generate(() -> out.get("Patient/mia"))
                    .limit(times)
                    .reduce((first, last) -> last)
                    .orElseThrow();
        }
    }

    private static InetAddress[] addresses(String... written) {
        return Stream.of(written).map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
    }

    @Test
    void theConnectionGoesToTheAddressThatWasLookedUpUnderTheRegisteredName() {
        Fetched fetched = ask(host -> addresses("127.0.0.1"), INSIDE, Duration.ofSeconds(5), 1);
        assertThat(fetched).isInstanceOf(Fetched.Resource.class);
        EHR.verify(
                1,
                getRequestedFor(anyUrl())
                        .withHeader("Host", equalTo("ehr.example:" + EHR.getPort()))
                        .withHeader("Authorization", equalTo("Bearer canary")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", "10.0.0.5", "192.168.1.1", "169.254.169.254", "::1", "fd00::1", "fe80::1", "0.0.0.0"
            })
    void aPublicServerWhoseNameTurnsInwardIsNotContacted(String inward) {
        assertThat(ask(host -> addresses(inward), Terms.STRICT, Duration.ofSeconds(5), 1))
                .isEqualTo(new Fetched.Nothing(Cause.ADDRESS_NOT_ALLOWED));
        EHR.verify(0, getRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"169.254.169.254", "fd00:ec2::254", "100.100.100.200", "168.63.129.16", "0.0.0.0", "::"})
    void aServerOfTheHouseMayNotTurnToWhereMachinesTellSecretsEither(String secret) {
        assertThat(ask(host -> addresses(secret), INSIDE, Duration.ofSeconds(5), 1))
                .isEqualTo(new Fetched.Nothing(Cause.ADDRESS_NOT_ALLOWED));
    }

    /** DNS rebinding: an honest address for whoever checks, another for whoever connects. */
    @Test
    void aNameIsLookedUpOnceForItsCheckAndItsConnection() {
        AtomicInteger lookups = new AtomicInteger();
        Names rebinding = host -> addresses(lookups.incrementAndGet() == 1 ? "127.0.0.1" : "169.254.169.254");
        assertThat(ask(rebinding, INSIDE, Duration.ofSeconds(5), 1)).isInstanceOf(Fetched.Resource.class);
        assertThat(lookups).hasValue(1);
    }

    @Test
    void ofSeveralAddressesOnlyTheAllowedOnesAreTried() {
        assertThat(ask(host -> addresses("169.254.169.254", "127.0.0.1"), INSIDE, Duration.ofSeconds(5), 1))
                .isInstanceOf(Fetched.Resource.class);
    }

    @Test
    void aNameThatStandsForNothingIsUnreachable() {
        Names empty = host -> {
            throw new UnknownHostException("not found");
        };
        assertThat(ask(empty, INSIDE, Duration.ofSeconds(5), 1)).isEqualTo(new Fetched.Nothing(Cause.UNREACHABLE));
    }

    @Test
    void aNameServiceThatHangsIsGivenUpAtTheDeadline() {
        Names hanging = host -> {
            try {
                Thread.sleep(5_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException("late");
        };
        long start = System.nanoTime();
        assertThat(ask(hanging, INSIDE, Duration.ofMillis(300), 1)).isEqualTo(new Fetched.Nothing(Cause.TIMED_OUT));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }
}
