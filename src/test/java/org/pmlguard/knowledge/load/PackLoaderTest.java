package org.pmlguard.knowledge.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pmlguard.knowledge.Knowledge;

/** The shipped pack is whole; a damaged one is refused with every fault named. */
class PackLoaderTest {

    private static final Knowledge SHIPPED = PackLoader.shipped();

    /** The shipped files with one text replaced in one of them. */
    private static PackFiles damaged(String file, String text, String by) {
        String path = "knowledge/" + file;
        String original = text(path);
        assertThat(original).contains(text);
        return with(Map.of(path, original.replace(text, by)));
    }

    private static PackFiles with(Map<String, String> replaced) {
        return new PackFiles(path -> open(path, replaced));
    }

    private static @Nullable InputStream open(String path, Map<String, String> replaced) {
        String content = replaced.get(path);
        return content == null
                ? PackLoaderTest.class.getResourceAsStream("/" + path)
                : new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String path) {
        try (InputStream content = PackLoaderTest.class.getResourceAsStream("/" + path)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> violations(PackFiles files) {
        try {
            PackLoader.load(files);
            return List.of();
        } catch (KnowledgeInvalid invalid) {
            return invalid.violations();
        }
    }

    @Test
    void theShippedPackHasTheFiftyOneRulesOfItsTable() {
        assertThat(SHIPPED.rules()).hasSize(51);
        assertThat(SHIPPED.edition().version()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(SHIPPED.edition().sha256()).hasSize(64);
        assertThat(SHIPPED.edition().standing()).isEqualTo("for clinical review before use");
    }

    @Test
    void everyRuleHasDrugsAndEvidence() {
        assertThat(SHIPPED.rules()).allSatisfy(rule -> {
            assertThat(rule.order().drugs()).isNotEmpty();
            assertThat(rule.evidence()).isNotEmpty();
        });
    }

    @Test
    void theHashChangesWithAnyByte() {
        Knowledge other = PackLoader.load(damaged("guards.yaml", "shampoo", "shampoos"));
        assertThat(other.edition().sha256())
                .isNotEqualTo(SHIPPED.edition().sha256())
                .hasSize(64);
        assertThat(PackLoader.load(PackFiles.shipped()).edition()).isEqualTo(SHIPPED.edition());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rules/natalizumab.yaml | grade: A | grade: Z | grade",
                "rules/natalizumab.yaml | version: 1.0.0 | version: one | version",
                "rules/natalizumab.yaml | indicator: critical | indicator: fatal | indicator",
                "rules/natalizumab.yaml | new-start: true | new-begin: true | new-begin",
                "rules/natalizumab.yaml | order: [natalizumab] | order: [nosuchdrug] | nosuchdrug",
                "rules/natalizumab.yaml | with: [interferon-glatiramer] | with: [nosuchgroup] | nosuchgroup",
                "rules/natalizumab.yaml | any-of: [crohn] | any-of: [nosuchcondition] | nosuchcondition",
                "rules/natalizumab.yaml | test: cd4 | test: nosuchtest | nosuchtest",
                "rules/natalizumab.yaml | kind: mri-brain | kind: nosuchprocedure | nosuchprocedure",
                "rules/natalizumab.yaml | use: prior-immunosuppressant | use: nosuchcriterion | nosuchcriterion",
                "rules/natalizumab.yaml | $jcv-due | $nosuchsetting | nosuchsetting",
                "rules/natalizumab.yaml | advice: [stop-other] | advice: [nosuchadvice] | nosuchadvice",
                "rules/natalizumab.yaml | [shared-decision] | [nosuchreason] | nosuchreason",
                "rules/natalizumab.yaml | evidence: [S17] | evidence: [S999] | S999",
                "rules/natalizumab.yaml | absorbs: [PML-018] | absorbs: [PML-999] | PML-999",
                "rules/natalizumab.yaml | month {exposure} | month {nosuchfact} | nosuchfact",
                "rules/natalizumab.yaml | id: PML-012 | id: PML-011 | PML-011",
                "advice.yaml | order-test: jcv-index | order-test: jcv-inhibition | without a code",
                "drugs.yaml | value-sets: [drug-natalizumab | value-sets: [drug-nosuchset, drug-natalizumab | drug-nosuchset",
                "pack.yaml | version: 0 | version: x | version",
            })
    void aFaultIsNamed(String file, String text, String by, String named) {
        assertThat(violations(damaged(file, text, by))).anyMatch(violation -> violation.contains(named));
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        PackFiles files = damaged("rules/natalizumab.yaml", "grade: A", "grade: Z");
        assertThat(violations(files)).hasSizeGreaterThan(5);
    }

    @Test
    void aDamagedPackIsRefusedWhole() {
        assertThatExceptionOfType(KnowledgeInvalid.class)
                .isThrownBy(() -> PackLoader.load(damaged("rules/s1p.yaml", "order: [s1p]", "order: [nosuchdrug]")));
    }
}
