package org.pmlguard.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pmlguard.clinical.CodeSystem;

class FhirArtefactsTest {
    private static final FhirValidator VALIDATOR = validator();

    @ParameterizedTest
    @MethodSource("files")
    void everyFileIsValidFhir(Path file) {
        var problems = VALIDATOR.validateWithResult(Artefacts.text(file)).getMessages().stream()
                .filter(m -> m.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(m -> m.getLocationString() + ": " + m.getMessage());
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileIsNamedAfterItsIdAndUrl(Path file) {
        MetadataResource resource = Artefacts.resource(file);
        String id = Artefacts.id(file);
        assertThat(resource.getIdElement().getIdPart()).isEqualTo(id);
        assertThat(resource.getUrl()).isEqualTo("https://pmlguard.org/fhir/" + resource.fhirType() + "/" + id);
        assertThat(resource.getStatus()).isEqualTo(PublicationStatus.DRAFT);
        assertThat(resource.getPublisher()).isEqualTo("PML Guard");
        assertThat(resource.getName()).matches("[A-Z][A-Za-z0-9]*");
        assertThat(resource.getDescription()).isNotBlank();
    }

    @Test
    void noTwoFilesShareAUrl() {
        assertThat(files().map(f -> Artefacts.resource(f).getUrl())).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("valueSets")
    void everyConceptHasADisplayAndStandsOnce(Path file) {
        for (ConceptSetComponent include : includes(file)) {
            assertThat(CodeSystem.of(include.getSystem())).isNotEqualTo(CodeSystem.OTHER);
            assertThat(include.getConcept())
                    .allSatisfy(c -> assertThat(c.getDisplay()).isNotBlank());
            assertThat(include.getConcept().stream().map(c -> c.getCode())).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("valueSets")
    void aFilterMeansOneIcdCategoryAndAllBelowIt(Path file) {
        for (ConceptSetComponent include : includes(file)) {
            if (include.hasFilter()) {
                var filter = include.getFilterFirstRep();
                assertThat(include.getFilter()).hasSize(1);
                assertThat(CodeSystem.of(include.getSystem())).isEqualTo(CodeSystem.ICD10CM);
                assertThat(filter.getProperty()).isEqualTo("concept");
                assertThat(filter.getOp()).isEqualTo(ValueSet.FilterOperator.ISA);
                assertThat(filter.getValue()).matches("[A-Z][0-9][0-9A-Z](\\.[0-9A-Z]{1,4})?");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("valueSets")
    void everyCodeLooksLikeOneOfItsSystem(Path file) {
        for (ConceptSetComponent include : includes(file)) {
            String shape = shape(CodeSystem.of(include.getSystem()));
            assertThat(include.getConcept())
                    .allSatisfy(c -> assertThat(c.getCode()).matches(shape));
        }
    }

    @ParameterizedTest
    @MethodSource("valueSets")
    void ownersOfATerminologyAreCredited(Path file) {
        String copyright = Artefacts.valueSet(Artefacts.id(file)).getCopyright();
        for (ConceptSetComponent include : includes(file)) {
            switch (CodeSystem.of(include.getSystem())) {
                case RXNORM -> assertThat(copyright).contains("U.S. National Library of Medicine");
                case LOINC -> assertThat(copyright).contains("http://loinc.org/license");
                case ATC -> assertThat(copyright).contains("WHOCC");
                case SNOMED ->
                    assertThat(copyright)
                            .contains(
                                    Artefacts.id(file).endsWith("-snomed")
                                            ? "requires a SNOMED CT licence"
                                            : "Creative Commons Attribution 4.0");
                default -> {}
            }
        }
    }

    @Test
    void codesOfOurOwnAreLettersDigitsAndHyphens() {
        for (Path file : Artefacts.codeSystemFiles()) {
            var concepts = Artefacts.codeSystem(file).getConcept();
            assertThat(concepts).allSatisfy(c -> {
                assertThat(c.getCode()).matches(Artefacts.id(file).equals("topic") ? "[A-Za-z0-9]+" : "[a-z0-9-]+");
                assertThat(c.getDisplay()).isNotBlank();
                assertThat(c.getDefinition()).isNotBlank();
            });
            assertThat(concepts.stream().map(c -> c.getCode())).doesNotHaveDuplicates();
            assertThat(Artefacts.codeSystem(file).getCount()).isEqualTo(concepts.size());
        }
    }

    static Stream<Path> files() {
        return Artefacts.all();
    }

    static List<Path> valueSets() {
        return Artefacts.valueSetFiles();
    }

    private static List<ConceptSetComponent> includes(Path file) {
        return Artefacts.valueSet(Artefacts.id(file)).getCompose().getInclude();
    }

    private static String shape(CodeSystem system) {
        return switch (system) {
            case RXNORM -> "[1-9][0-9]{1,7}";
            case NDC -> "[0-9]{11}";
            case ATC -> "[A-Z][0-9]{2}[A-Z]{2}[0-9]{2}";
            case UNII -> "[0-9A-Z]{10}";
            case HCPCS -> "[A-V][0-9]{4}";
            case SNOMED -> "[1-9][0-9]{5,17}";
            case LOINC -> "[0-9]{3,6}-[0-9]";
            case ICD10CM, ICD10 -> "[A-Z][0-9][0-9A-Z](\\.[0-9A-Z]{1,4})?";
            case OTHER -> throw new IllegalArgumentException("unknown system");
        };
    }

    private static FhirValidator validator() {
        var support = new ValidationSupportChain(
                new DefaultProfileValidationSupport(Artefacts.FHIR),
                new CommonCodeSystemsTerminologyService(Artefacts.FHIR),
                new InMemoryTerminologyServerValidationSupport(Artefacts.FHIR));
        return Artefacts.FHIR.newValidator().registerValidatorModule(new FhirInstanceValidator(support));
    }
}
