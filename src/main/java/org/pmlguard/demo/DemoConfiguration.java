package org.pmlguard.demo;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.pmlguard.demo.ehr.Fault;
import org.pmlguard.demo.ehr.FhirServlet;
import org.pmlguard.page.PageHeaders;
import org.pmlguard.tenant.FhirServer;
import org.pmlguard.tenant.OwnServers;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the demo EHR up, where it may be. */
@Configuration(proxyBeanMethods = false)
@Conditional(InTrial.class)
class DemoConfiguration implements WebMvcConfigurer {

    @Bean
    Cast cast() {
        return Cast.shipped();
    }

    @Bean
    Formulary formulary() {
        return Formulary.shipped();
    }

    @Bean
    FhirServlet demoFhir(Cast cast, Clock clock) {
        return new FhirServlet(cast.ids(), cast.withBrokenLabFeed(), clock);
    }

    @Bean
    ServletRegistrationBean<FhirServlet> demoFhirAddresses(FhirServlet servlet) {
        return new ServletRegistrationBean<>(servlet, fhirAddresses());
    }

    /** What a page of another origin may do with the charts, if it is named among those that may call: read and add. */
    @Bean
    FilterRegistrationBean<CorsFilter> demoFhirOrigins(Environment environment) {
        List<String> origins = Binder.get(environment)
                .bind("pmlguard.cors.allowed-origins", Bindable.listOf(String.class))
                .orElse(List.of());
        CorsConfiguration cors = new CorsConfiguration();
        cors.setAllowedOrigins(origins);
        cors.setAllowedMethods(List.of("GET", "POST"));
        cors.setAllowedHeaders(List.of("Accept", "Content-Type"));
        FilterRegistrationBean<CorsFilter> filter = new FilterRegistrationBean<>(new CorsFilter(request -> cors));
        filter.addUrlPatterns(fhirAddresses());
        filter.setEnabled(!origins.isEmpty());
        return filter;
    }

    private static String[] fhirAddresses() {
        return Arrays.stream(Fault.values()).map(fault -> fault.path() + "/*").toArray(String[]::new);
    }

    /** Under the address that this machine reaches itself by, whatever name the browser knows it under. */
    @Bean
    OwnServers demoServers(Environment environment) {
        return new OwnServers(SingletonSupplier.of(() -> here(environment.getRequiredProperty("local.server.port"))));
    }

    private static List<FhirServer> here(String port) {
        return Arrays.stream(Fault.values())
                .map(fault -> FhirServer.at("http://127.0.0.1:" + port + fault.path()))
                .toList();
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(PageHeaders.toRun()).addPathPatterns(List.of("/demo", "/demo/**"));
    }
}
