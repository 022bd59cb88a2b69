package org.pmlguard.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.load.PackLoader;
import org.pmlguard.page.PageHeaders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Makes the rule book, and guards its pages with headers. */
@Configuration(proxyBeanMethods = false)
class RuleBookConfiguration implements WebMvcConfigurer {

    private static final String CHANGELOG = "/knowledge/CHANGELOG.md";

    @Bean
    RuleBook ruleBook(Knowledge knowledge) {
        boolean isAsShipped = knowledge.edition().siteChanges().isEmpty();
        Knowledge shipped = isAsShipped ? knowledge : PackLoader.shipped();
        return new RuleBook(knowledge, shipped, Silence.shipped(), changelog());
    }

    @Bean
    RuleJson ruleJson(RuleBook book) {
        return new RuleJson(book);
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(PageHeaders.toRead()).addPathPatterns("/knowledge/**", "/knowledge.json");
    }

    private static String changelog() {
        try (InputStream file = RuleBookConfiguration.class.getResourceAsStream(CHANGELOG)) {
            if (file == null) {
                throw new IllegalStateException("no file at " + CHANGELOG);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
