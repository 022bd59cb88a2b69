package org.pmlguard.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.load.PackLoader;
import org.pmlguard.knowledge.rule.Rule;
import org.pmlguard.rulebook.fhir.LibraryWriter;
import org.pmlguard.rulebook.fhir.PlanDefinitionWriter;

class FhirExportTest {

    private static final FhirContext R4 = FhirContext.forR4Cached();
    private static final FhirValidator VALIDATOR = validator();
    private static final Knowledge KNOWLEDGE = PackLoader.shipped();

    static Stream<Rule> rules() {
        return KNOWLEDGE.rules().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleIsAValidPlanDefinition(Rule rule) {
        PlanDefinition plan = new PlanDefinitionWriter(KNOWLEDGE).write(rule);
        assertValid(plan);
        assertThat(plan.getAction()).hasSameSizeAs(rule.levels());
        assertThat(plan.getRelatedArtifact()).hasSameSizeAs(rule.evidence());
    }

    @Test
    void thePackIsAValidLibraryThatCarriesItsJson() {
        byte[] pack = "{\"rules\":[]}".getBytes(StandardCharsets.UTF_8);
        Library library = new LibraryWriter(KNOWLEDGE).write(pack);
        assertValid(library);
        assertThat(library.getContentFirstRep().getData()).isEqualTo(pack);
        assertThat(library.getVersion()).isEqualTo(KNOWLEDGE.edition().version());
    }

    private static void assertValid(Resource resource) {
        String text = R4.newJsonParser().encodeResourceToString(resource);
        assertThat(VALIDATOR.validateWithResult(text).getMessages())
                .filteredOn(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .isEmpty();
    }

    private static FhirValidator validator() {
        var support = new ValidationSupportChain(
                new DefaultProfileValidationSupport(R4),
                new CommonCodeSystemsTerminologyService(R4),
                new InMemoryTerminologyServerValidationSupport(R4));
        return R4.newValidator().registerValidatorModule(new FhirInstanceValidator(support));
    }
}
