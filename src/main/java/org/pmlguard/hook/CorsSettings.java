package org.pmlguard.hook;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/**
 * Which browser pages may call: those named in {@code pmlguard.cors.allowed-origins}, none by default. Preflights are
 * answered before anything asks who is calling, and errors carry the headers too.
 */
@Configuration(proxyBeanMethods = false)
class CorsSettings {

    @Bean
    CorsFilter corsFilter(HookProperties properties) {
        CorsConfiguration cors = new CorsConfiguration();
        cors.setAllowedOrigins(properties.cors().allowedOrigins());
        cors.setAllowedMethods(List.of("GET", "POST", "OPTIONS"));
        cors.setAllowedHeaders(List.of("Authorization", "Content-Type", "Accept"));
        cors.setMaxAge(Duration.ofMinutes(10));
        UrlBasedCorsConfigurationSource paths = new UrlBasedCorsConfigurationSource();
        paths.registerCorsConfiguration("/cds-services/**", cors);
        return new CorsFilter(paths);
    }
}
