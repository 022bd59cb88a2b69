package org.pmlguard.connect;

import java.time.Clock;
import org.pmlguard.connect.dsi.Releases;
import org.pmlguard.connect.dsi.SourceAttributes;
import org.pmlguard.connect.kit.Examples;
import org.pmlguard.connect.kit.Vendors;
import org.pmlguard.connect.selftest.SelfTest;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.page.PageHeaders;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Makes what the pages for health IT show, and guards them with headers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConnectProperties.class)
class ConnectConfiguration implements WebMvcConfigurer {

    @Bean
    Examples examples() {
        return Examples.shipped();
    }

    @Bean
    Vendors vendors() {
        return Vendors.shipped();
    }

    @Bean
    SourceAttributes sourceAttributes(Knowledge knowledge) {
        return new SourceAttributes(knowledge, Releases.shipped());
    }

    @Bean
    LastRun lastRun(Examples examples, Clock clock) {
        return new LastRun(new SelfTest(examples, clock)::of, System::nanoTime);
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors
                .addInterceptor(PageHeaders.toRead())
                .addPathPatterns("/connect", "/connect/**", "/dsi", "/dsi.json");
    }
}
