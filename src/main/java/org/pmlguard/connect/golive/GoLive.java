package org.pmlguard.connect.golive;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pmlguard.cdshooks.BadCall;
import org.pmlguard.cdshooks.Discovery;
import org.pmlguard.connect.check.Check;
import org.pmlguard.connect.check.Report;
import org.pmlguard.connect.check.Result;
import org.pmlguard.fhir.Rehearsal;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.tenant.Admission;
import org.pmlguard.tenant.ConfigurationRefused;
import org.pmlguard.tenant.Tenant;
import org.springframework.core.env.Environment;

/** What must be right before an EHR of a site calls, as checks with a report to sign. */
public final class GoLive {

    private static final String STARTS = "The server starts with this configuration";
    private static final Duration USUAL = Duration.ofMillis(450);

    private final Environment environment;
    private final Knowledge knowledge;
    private final Discovery discovery;
    private final Clock clock;

    /** @param environment the configuration the server would run with */
    public GoLive(Environment environment, Knowledge knowledge, Discovery discovery, Clock clock) {
        this.environment = environment;
        this.knowledge = knowledge;
        this.discovery = discovery;
        this.clock = clock;
    }

    /**
     * Checks one tenant.
     *
     * @throws IllegalArgumentException if there is no such tenant, or the call that was given is none
     */
    public Report of(Evidence evidence) {
        try (Admission admission = Admission.read(environment, clock)) {
            Tenant tenant = admission
                    .tenant(evidence.tenant())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "no tenant " + evidence.tenant() + "; there are " + admission.tenants()));
            return of(evidence, admission, tenant);
        } catch (ConfigurationRefused refused) {
            return refused(evidence, refused);
        }
    }

    private Report refused(Evidence evidence, ConfigurationRefused refused) {
        List<Check> checks = refused.violations().stream()
                .map(violation -> starts(new Result.Failed(violation, "correct that setting; nothing else was tried")))
                .toList();
        return Report.of(title(evidence), about(List.of()), checks);
    }

    private static Check starts(Result result) {
        return new Check("LIVE-01", STARTS, "ours", () -> result);
    }

    private Report of(Evidence evidence, Admission admission, Tenant tenant) {
        AsCalled called = called(evidence, tenant);
        Duration deadline =
                tenant.terms().deadline().orElse(environment.getProperty("pmlguard.deadline", Duration.class, USUAL));
        try (Rehearsal rehearsal = new Rehearsal(tenant)) {
            FhirChecks fhir = new FhirChecks(rehearsal, tenant, evidence, called);
            List<Check> checks = Stream.of(
                            List.of(starts(Result.passed())),
                            new TrustChecks(admission, tenant, evidence, discovery, publicUrl()).all(),
                            fhir.all(),
                            CodeChecks.of(knowledge, evidence, rehearsal, called)
                                    .all(),
                            new TimeChecks(rehearsal, called, fhir, deadline).all())
                    .flatMap(List::stream)
                    .toList();
            return Report.of(title(evidence), about(site(admission, tenant)), checks);
        }
    }

    private AsCalled called(Evidence evidence, Tenant tenant) {
        try {
            return AsCalled.of(evidence, tenant, discovery);
        } catch (BadCall bad) {
            throw new IllegalArgumentException("the call cannot be read at " + bad.path() + ": " + bad.rule(), bad);
        }
    }

    private String publicUrl() {
        return environment.getProperty("pmlguard.public-url", "").strip();
    }

    private static String title(Evidence evidence) {
        return "Go-live check: " + evidence.tenant();
    }

    private static List<Map.Entry<String, String>> site(Admission admission, Tenant tenant) {
        return List.of(
                Map.entry("Mode", tenant.terms().mode().name().toLowerCase(java.util.Locale.ROOT)),
                Map.entry("FHIR servers", tenant.servers().toString()),
                Map.entry("Token addresses", admission.addresses(tenant.id()).toString()));
    }

    /** The patient is not named: reports are passed around. */
    private List<Map.Entry<String, String>> about(List<Map.Entry<String, String>> site) {
        List<Map.Entry<String, String>> about = new ArrayList<>(site);
        about.add(Map.entry(
                "Knowledge",
                knowledge.edition().version() + ", " + knowledge.edition().standing()));
        about.add(
                Map.entry("On", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString()));
        return about;
    }
}
