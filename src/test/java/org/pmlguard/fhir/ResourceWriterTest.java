package org.pmlguard.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pmlguard.clinical.CodeSystem;
import org.pmlguard.clinical.Coding;
import org.pmlguard.clinical.Concept;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ResourceWriterTest {

    private static final Concept JCV = new Concept(
            List.of(new Coding(CodeSystem.LOINC, "100977-8", "JCV Ab index"), new Coding(CodeSystem.OTHER, "J1", "")),
            "JCV antibody");

    private final ApplicationContextRunner server = new ApplicationContextRunner()
            .withUserConfiguration(FhirConfiguration.class)
            .withBean(MeterRegistry.class, SimpleMeterRegistry::new);

    @Test
    void aTestOrderIsADraftThatOnlyNeedsSigning() {
        TestOrder order =
                new TestOrder(JCV, "mia\u2011ä", LocalDate.of(2026, 11, 21), Optional.of("before natalizumab"));
        server.run(context -> assertThat(context.getBean(ResourceWriter.class)
                        .write(order, FhirVersion.R4)
                        .tree())
                .isEqualTo(Samples.json("""
                        {'resourceType': 'ServiceRequest', 'status': 'draft', 'intent': 'order',
                         'code': {'coding': [{'system': 'http://loinc.org', 'code': '100977-8', 'display': 'JCV Ab index'},
                                             {'code': 'J1'}], 'text': 'JCV antibody'},
                         'subject': {'reference': 'Patient/mia\u2011ä'}, 'authoredOn': '2026-11-21',
                         'reasonCode': [{'text': 'before natalizumab'}]}
                        """)));
    }

    @Test
    void theContextForWritingIsMadeByNeed() {
        server.run(context ->
                assertThat(context.getBeanFactory().containsSingleton("r4")).isFalse());
    }
}
