package org.pmlguard.hook;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pmlguard.cdshooks.BadCall;
import org.pmlguard.cdshooks.Outcome;
import org.pmlguard.clinical.Coding;
import org.pmlguard.clinical.Concept;
import org.pmlguard.fhir.FhirVersion;
import org.pmlguard.fhir.ResourceWriter;
import org.pmlguard.fhir.TestOrder;
import org.pmlguard.knowledge.lab.LabTest;
import org.pmlguard.knowledge.load.PackLoader;

/** Every FHIR resource that leaves the house, and every named patient, before HAPI's own validator. */
class EmittedResourcesTest {

    private static final FhirContext R4 = FhirContext.forR4Cached();
    private static final FhirValidator VALIDATOR = validator();

    private static FhirValidator validator() {
        ValidationSupportChain support = new ValidationSupportChain(
                new DefaultProfileValidationSupport(R4),
                new CommonCodeSystemsTerminologyService(R4),
                new InMemoryTerminologyServerValidationSupport(R4));
        FhirInstanceValidator instances = new FhirInstanceValidator(support);
        instances.setNoTerminologyChecks(false);
        instances.setAnyExtensionsAllowed(false);
        return R4.newValidator().registerValidatorModule(instances);
    }

    private static List<String> errors(String resource) {
        return VALIDATOR.validateWithResult(resource).getMessages().stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(message -> message.getLocationString() + ": " + message.getMessage())
                .toList();
    }

    private static Stream<Coding> testsThatCanBeOrdered() {
        return PackLoader.shipped().tests().all().stream()
                .map(LabTest::orderCode)
                .flatMap(Optional::stream);
    }

    @ParameterizedTest
    @MethodSource("testsThatCanBeOrdered")
    void anOrderForATestIsValid(Coding test) {
        TestOrder order = new TestOrder(
                new Concept(List.of(test), test.display()), "p1", LocalDate.of(2026, 11, 21), Optional.of("PML risk"));
        assertThat(errors(new ResourceWriter(() -> R4)
                        .write(order, FhirVersion.R4)
                        .tree()
                        .toString()))
                .isEmpty();
    }

    @Test
    void anErrorIsValid() {
        Outcome outcome = Outcome.of(new BadCall("context.draftOrders", "must be a Bundle"));
        assertThat(errors(new String(outcome.toJson(), java.nio.charset.StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("namedPatients")
    void aNamedPatientIsValidOnAnyDay(String patient) {
        for (LocalDate today : List.of(LocalDate.of(2026, 11, 21), LocalDate.of(2028, 2, 29))) {
            assertThat(errors(NamedPatient.bundle(today, patient).toString())).isEmpty();
        }
    }

    private static Stream<String> namedPatients() {
        return NamedPatient.all();
    }

    @Test
    void theValidatorIsAwake() {
        assertThat(errors("{\"resourceType\":\"ServiceRequest\",\"status\":\"nonsense\"}"))
                .isNotEmpty();
    }
}
