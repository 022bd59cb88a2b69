package org.pmlguard.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample files are made up: a few true concepts, and products numbered from 9000001 that do not exist. */
class RefreshCommandTest {

    private static final Path SAMPLE = Path.of("src/test/resources/terminology");

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private int exit;

    @TempDir
    Path out = Path.of("");

    @BeforeEach
    void refresh() {
        exit = run(SAMPLE, out);
    }

    @Test
    void everyProductThatHoldsTheIngredientIsFound() {
        assertThat(set("drug-natalizumab")).contains("\"354771\"", "\"9000001\"", "\"603541\"");
        assertThat(set("drug-dimethyl-fumarate")).contains("\"9000007\"", "\"9000008\"");
    }

    @Test
    void systemicAndLocalProductsAreToldApartByForm() {
        assertThat(set("drug-hydrocortisone")).contains("\"9000002\"").doesNotContain("\"9000003\"");
        assertThat(set("drug-hydrocortisone-local")).contains("\"9000003\"", "\"9000004\"");
    }

    @Test
    void aBrandOfBothIsLeftOutAndCounted() {
        assertThat(set("drug-hydrocortisone")).doesNotContain("\"9000005\"");
        assertThat(set("drug-hydrocortisone-local")).doesNotContain("\"9000005\"");
        assertThat(said()).contains("systemic and local products share them: 1");
    }

    @Test
    void aProductOfANamedFormGoesToThatForm() {
        assertThat(set("drug-cladribine-oral")).contains("\"9000006\"");
    }

    @Test
    void packagesComeFromRxNormAndFromOpenFda() {
        assertThat(set("drug-natalizumab")).contains("\"64406000855\"", "\"64406077701\"", "\"64406077702\"");
        assertThat(set("drug-hydrocortisone")).contains("\"00009003377\"");
        assertThat(set("drug-hydrocortisone-local")).contains("\"51672129099\"");
        assertThat(set("drug-tacrolimus")).contains("\"00469077773\"").doesNotContain("\"00469777760\"");
        assertThat(set("drug-tacrolimus-local")).contains("\"00469777760\"");
    }

    @Test
    void rowsOfOtherSourcesAndOtherDrugsArePassedOver() {
        assertThat(set("drug-natalizumab")).doesNotContain("\"161\"", "99999999999", "acetaminophen");
        assertThat(out.resolve("drug-acetaminophen.json")).doesNotExist();
    }

    @Test
    void codesAndCodeSystemsKnownBeforeStay() {
        assertThat(set("drug-natalizumab")).contains("\"1656275\"", "http://www.whocc.no/atc", "\"version\"");
    }

    @Test
    void whatCouldNotBeReadIsNamedByFileAndLine() {
        assertThat(exit).isEqualTo(RefreshCommand.DONE_WITH_GAPS);
        assertThat(said())
                .contains("malformed rows: 4", "RXNCONSO.RRF:25", "RXNREL.RRF:26", "RXNSAT.RRF:7", "drug-ndc.json:5");
    }

    @Test
    void drugsTheFilesDoNotHoldAreReported() {
        assertThat(said()).contains("drugs not in RxNorm", "rituximab");
    }

    @Test
    void theSameFilesGiveTheSameBytes() {
        String first = set("drug-natalizumab");
        run(SAMPLE, out);
        assertThat(set("drug-natalizumab")).isEqualTo(first);
    }

    @Test
    void aMissingFileOrOptionIsNoRefresh() {
        assertThat(run(Path.of("nowhere"), out)).isEqualTo(RefreshCommand.FAILED);
        assertThat(new RefreshCommand(printer()).run(new String[] {RefreshCommand.NAME}))
                .isEqualTo(RefreshCommand.USAGE);
        assertThat(said()).contains("usage: refresh-terminology");
    }

    private int run(Path rxnorm, Path folder) {
        return new RefreshCommand(printer()).run(new String[] {
            RefreshCommand.NAME,
            "--rxnorm",
            rxnorm.toString(),
            "--ndc",
            SAMPLE.resolve("drug-ndc.json").toString(),
            "--out",
            folder.toString()
        });
    }

    private PrintStream printer() {
        return new PrintStream(said, true, StandardCharsets.UTF_8);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private String set(String id) {
        try {
            return Files.readString(out.resolve(id + ".json"));
        } catch (IOException e) {
            throw new AssertionError("not written: " + id, e);
        }
    }
}
