package org.pmlguard.fhir;

import ca.uhn.fhir.context.FhirContext;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the readers, the writer and the way out known to the other rooms. */
@Configuration(proxyBeanMethods = false)
class FhirConfiguration {

    @Bean
    Gate gate(MeterRegistry registry) {
        return new Gate(registry);
    }

    @Bean
    OrderReader orderReader() {
        return new OrderReader();
    }

    @Bean
    ChartReader chartReader() {
        return new ChartReader();
    }

    @Bean
    ResourceWriter resourceWriter() {
        return new ResourceWriter(FhirContext::forR4Cached);
    }
}
