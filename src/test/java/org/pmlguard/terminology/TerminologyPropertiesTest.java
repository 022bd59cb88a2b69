package org.pmlguard.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** A wrong setting stops the start and is named. */
class TerminologyPropertiesTest {

    @EnableConfigurationProperties(TerminologyProperties.class)
    static class Settings {}

    private final ApplicationContextRunner server =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @ParameterizedTest
    @CsvSource({
        "service=none, ",
        "service=rxnav, https://rxnav.nlm.nih.gov",
        "service=fhir;address=https://tx.example.org:8443/r4/, https://tx.example.org:8443/r4",
        "service=rxnav;address=http://localhost:4000, http://localhost:4000",
    })
    void rightSettingsStart(String given, String base) {
        server.withPropertyValues(properties(given)).run(context -> {
            assertThat(context).hasNotFailed();
            if (base != null) {
                assertThat(context.getBean(TerminologyProperties.class).base()).hasToString(base);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "service=fhir, terminology.address",
        "service=other, service",
        "address=http://tx.example.org, https base URL",
        "address=https://user@tx.example.org, https base URL",
        "address=https://tx.example.org/r4?x=1, https base URL",
        "address=https://tx.example.org/../x, https base URL",
        "address=ftp://tx.example.org, https base URL",
        "patience=11s, patience",
        "patience=0s, patience",
        "timeout=1m, timeout",
        "pause=0s, pause",
        "most-codes=0, most-codes",
        "failures=0, failures",
        "cache.size=0, cache.size",
        "cache.known-for=0s, cache.known-for",
        "cache.unknown-for=400d, cache.unknown-for",
    })
    void wrongSettingsStopTheStart(String given, String named) {
        server.withPropertyValues(properties(given))
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining(named));
    }

    private static String[] properties(String given) {
        return java.util.Arrays.stream(given.split(";", -1))
                .map(one -> "pmlguard.terminology." + one)
                .toArray(String[]::new);
    }
}
