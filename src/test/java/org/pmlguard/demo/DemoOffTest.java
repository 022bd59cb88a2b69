package org.pmlguard.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.pmlguard.tenant.OwnServers;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Where the demo is, and where it must not be; with the settings that the server ships with. */
class DemoOffTest {

    private final WebApplicationContextRunner server = new WebApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withBean(Clock.class, Clock::systemUTC)
            .withUserConfiguration(NotInProduction.class, DemoConfiguration.class, DemoController.class);

    @Test
    void whoTriesItOutHasTheDemo() {
        server.run(context -> assertThat(context).hasSingleBean(DemoController.class));
    }

    @Test
    void noPageElsewhereIsAskedForUnlessOneIsNamed() {
        server.run(context -> assertThat(
                        context.getBean(FilterRegistrationBean.class).isEnabled())
                .isFalse());
        server.withPropertyValues("pmlguard.cors.allowed-origins=https://page.example")
                .run(context -> assertThat(
                                context.getBean(FilterRegistrationBean.class).isEnabled())
                        .isTrue());
    }

    @Test
    void itCanBeSwitchedOff() {
        server.withPropertyValues("pmlguard.demo.enabled=false").run(DemoOffTest::isAbsent);
    }

    @Test
    void whoConfiguresATenantHasNoOpenFhirServerInTheHouse() {
        server.withPropertyValues("pmlguard.tenants[0].id=st-mary").run(DemoOffTest::isAbsent);
    }

    @Test
    void inProductionItIsOffByItself() {
        server.withPropertyValues("spring.profiles.active=production").run(DemoOffTest::isAbsent);
    }

    @Test
    void inProductionAServerWithTheDemoDoesNotStart() {
        server.withPropertyValues("spring.profiles.active=production", "pmlguard.demo.enabled=true")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("pmlguard.demo.enabled must be false in the profile production"));
    }

    @Test
    void onlyATrialInItsOwnDatabaseIsGivenAPast() {
        WebApplicationContextRunner past = new WebApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withPropertyValues("pmlguard.demo.history=true")
                .withUserConfiguration(Past.class);
        past.run(context -> assertThat(context).hasSingleBean(Past.class));
        past.withPropertyValues("pmlguard.demo.history=false").run(DemoOffTest::hasNoPast);
        past.withPropertyValues("pmlguard.demo.enabled=false").run(DemoOffTest::hasNoPast);
        past.withPropertyValues("pmlguard.tenants[0].id=st-mary").run(DemoOffTest::hasNoPast);
        past.withPropertyValues("pmlguard.tenants-directory=tenants").run(DemoOffTest::hasNoPast);
        past.withPropertyValues("spring.profiles.active=production").run(DemoOffTest::hasNoPast);
        past.withPropertyValues("pmlguard.ledger.url=jdbc:postgresql://db/pmlguard")
                .run(DemoOffTest::hasNoPast);
    }

    /** Stands for the history. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(WithHistory.class)
    static class Past {}

    private static void hasNoPast(ApplicationContext context) {
        assertThat(context.getBeansOfType(Past.class)).isEmpty();
    }

    private static void isAbsent(ApplicationContext context) {
        assertThat(context.getBeansOfType(DemoController.class)).isEmpty();
        assertThat(context.getBeansOfType(OwnServers.class)).isEmpty();
    }
}
