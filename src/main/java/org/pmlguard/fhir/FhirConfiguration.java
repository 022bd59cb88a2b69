package org.pmlguard.fhir;

import ca.uhn.fhir.context.FhirContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Makes the readers, the writer and the way out known to the other rooms. */
@Configuration(proxyBeanMethods = false)
class FhirConfiguration {

    @Bean
    Gate gate() {
        return new Gate();
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
    ResourceWriter resourceWriter(ObjectProvider<FhirContext> r4) {
        return new ResourceWriter(r4::getObject);
    }

    @Bean
    @Lazy
    FhirContext r4() {
        return FhirContext.forR4();
    }
}
