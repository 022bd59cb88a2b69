package org.pmlguard.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.FhirVersionEnum;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pmlguard.clinical.Coding;
import org.pmlguard.clinical.Concept;
import org.pmlguard.fhir.FhirVersion;
import org.pmlguard.fhir.ParityCases;
import org.pmlguard.fhir.ResourceWriter;
import org.pmlguard.fhir.TestOrder;
import org.pmlguard.knowledge.lab.LabTest;
import org.pmlguard.knowledge.load.PackLoader;
import tools.jackson.databind.JsonNode;

/**
 * Test orders in every version of FHIR, and our own examples of each, before HAPI: its strict parser for all of them, its
 * validator for STU3 here, for R4 in {@code EmittedResourcesTest}, and for R4B and R5, whose definitions are large, in the long
 * proofs. For DSTU2 its validator needs a second model of the same version, so there the strict parser has to do.
 */
class EmittedVersionsTest {

    /** Made anew each time: the definitions of all versions together do not fit into the memory of the tests. */
    private static FhirContext context(FhirVersion version) {
        return new FhirContext(
                switch (version) {
                    case DSTU2 -> FhirVersionEnum.DSTU2_HL7ORG;
                    case STU3 -> FhirVersionEnum.DSTU3;
                    case R4 -> FhirVersionEnum.R4;
                    case R4B -> FhirVersionEnum.R4B;
                    case R5 -> FhirVersionEnum.R5;
                });
    }

    private static Stream<String> emitted(FhirVersion version) {
        return PackLoader.shipped().tests().all().stream()
                .map(LabTest::orderCode)
                .flatMap(Optional::stream)
                .map(test -> order(test, version).toString());
    }

    private static JsonNode order(Coding test, FhirVersion version) {
        TestOrder order = new TestOrder(
                new Concept(List.of(test), test.display()), "p1", LocalDate.of(2026, 11, 21), Optional.of("PML risk"));
        return new ResourceWriter(FhirContext::forR4Cached)
                .write(order, version)
                .tree();
    }

    private static Stream<String> examples(FhirVersion version) {
        return Stream.concat(Stream.of(ParityCases.of(version).path("order")), ParityCases.rows(version))
                .map(JsonNode::toString);
    }

    private static void parse(FhirContext context, String resource) {
        context.newJsonParser().setParserErrorHandler(new StrictErrorHandler()).parseResource(resource);
    }

    @ParameterizedTest
    @EnumSource(FhirVersion.class)
    void allParseStrictly(FhirVersion version) {
        FhirContext context = context(version);
        assertThat(Stream.concat(emitted(version), examples(version)))
                .isNotEmpty()
                .allSatisfy(resource -> parse(context, resource));
    }

    @Test
    void theStrictParserIsAwake() {
        FhirContext context = context(FhirVersion.DSTU2);
        String order = emitted(FhirVersion.DSTU2).findFirst().orElseThrow();
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> parse(context, order.replace("\"item\"", "\"code\"")));
    }

    @Test
    void thoseOfStu3AreValid() {
        validate(FhirVersion.STU3);
    }

    @Tag("proof")
    @ParameterizedTest
    @EnumSource(
            value = FhirVersion.class,
            names = {"R4", "R4B", "R5"})
    void soAreTheNewerOnes(FhirVersion version) {
        validate(version);
    }

    private static void validate(FhirVersion version) {
        FhirValidator validator = validator(context(version));
        assertThat(Stream.concat(emitted(version), examples(version)).flatMap(resource -> errors(validator, resource)))
                .isEmpty();
        assertThat(errors(validator, emitted(version).findFirst().orElseThrow().replace("draft", "nonsense")))
                .isNotEmpty();
    }

    private static FhirValidator validator(FhirContext context) {
        ValidationSupportChain support = new ValidationSupportChain(
                new DefaultProfileValidationSupport(context),
                new CommonCodeSystemsTerminologyService(context),
                new InMemoryTerminologyServerValidationSupport(context));
        FhirInstanceValidator instances = new FhirInstanceValidator(support);
        instances.setAnyExtensionsAllowed(false);
        return context.newValidator().registerValidatorModule(instances);
    }

    private static Stream<String> errors(FhirValidator validator, String resource) {
        return validator.validateWithResult(resource).getMessages().stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(message -> message.getLocationString() + ": " + message.getMessage());
    }
}
