package org.pmlguard.connect;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.nimbusds.jose.jwk.Curve;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.pmlguard.connect.check.Finding;
import org.pmlguard.connect.check.Report;
import org.pmlguard.connect.golive.Evidence;
import org.pmlguard.connect.golive.GoLive;
import org.pmlguard.connect.kit.Definitions;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.load.PackLoader;
import org.pmlguard.tenant.token.Signer;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import tools.jackson.databind.node.ObjectNode;

/** A hospital about to go live: its EHR's keys and FHIR server, its configuration, and a token of its EHR. All is right at first. */
final class Site {

    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    static final String ISSUER = "https://ehr.st-elsewhere.example";
    static final String PUBLIC = "https://pml.example.org";
    static final String PATIENT = "mia-secret-id";
    static final String SCOPES =
            "launch patient/Condition.rs patient/Observation.read patient/Medication*.x user/MedicationRequest.rs"
                    + " patient/MedicationStatement.cruds patient/MedicationAdministration.rs patient/Procedure.rs"
                    + " patient/Medication.rs";

    private static final Knowledge KNOWLEDGE = PackLoader.shipped();
    private static final String NOTHING = "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}";

    final Signer key = Signer.curve(Curve.P_384, "key-1");
    final Map<String, Object> settings = new HashMap<>();
    final WireMockServer ehr;

    private Evidence evidence;

    Site(WireMockServer ehr) {
        this.ehr = ehr;
        ehr.resetAll();
        settings.put("pmlguard.public-url", PUBLIC);
        settings.put("pmlguard.keys-timeout", "30s");
        set("id", "st-elsewhere");
        set("auth", "jwt");
        set("issuer", ISSUER);
        set("jku", ehr.baseUrl() + "/jwks.json");
        set("deadline", "2s");
        set("fhir-servers[0]", ehr.baseUrl() + "/r4");
        ehr.stubFor(get("/jwks.json").willReturn(okJson(Signer.published(key))));
        ehr.stubFor(get(urlPathMatching("/r4/[A-Z].*")).willReturn(fhir(NOTHING)));
        ehr.stubFor(get("/r4/metadata").willReturn(fhir(metadata("4.0.1"))));
        ehr.stubFor(get(urlPathEqualTo("/r4/MedicationRequest"))
                .willReturn(fhir(orders("http://www.nlm.nih.gov/research/umls/rxnorm|603541", "urn:oid:1.2.3|A1"))));
        evidence = new Evidence(
                "st-elsewhere",
                Optional.of("Bearer " + token(claims -> {})),
                Optional.empty(),
                Optional.of("access-secret"),
                Optional.of(SCOPES),
                Optional.of(PATIENT),
                List.of(),
                50);
    }

    static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder fhir(String body) {
        return okForContentType("application/fhir+json", body);
    }

    static String metadata(String version) {
        return "{\"resourceType\":\"CapabilityStatement\",\"fhirVersion\":\"" + version + "\"}";
    }

    /** A bundle of orders, each with one code {@code system|code}, under names that must not be shown. */
    static String orders(String... codes) {
        ObjectNode bundle = Signer.JSON.createObjectNode().put("resourceType", "Bundle");
        for (String code : codes) {
            int bar = code.indexOf('|');
            ObjectNode order = bundle.withArray("entry").addObject().putObject("resource");
            order.put("resourceType", "MedicationRequest")
                    .put("intent", "order")
                    .put("status", "active");
            order.putObject("subject").put("reference", "Patient/" + PATIENT);
            order.putObject("medicationCodeableConcept")
                    .put("text", "name-not-to-show")
                    .putArray("coding")
                    .addObject()
                    .put("system", code.substring(0, bar))
                    .put("code", code.substring(bar + 1));
        }
        return bundle.toString();
    }

    void set(String name, String value) {
        settings.put("pmlguard.tenants[0]." + name, value);
    }

    String token(Consumer<ObjectNode> change) {
        ObjectNode claims = Signer.claims(ISSUER, PUBLIC + "/cds-services/pml-order-sign", NOW);
        change.accept(claims);
        return key.token(key.header("ES384").toString(), claims.toString());
    }

    void bring(String token) {
        evidence = with(Optional.of(token), evidence.call(), evidence.scopes(), evidence.mostUnmapped());
    }

    void granted(String scopes) {
        evidence = with(evidence.token(), evidence.call(), Optional.of(scopes), evidence.mostUnmapped());
    }

    void called(String body) {
        evidence = with(evidence.token(), Optional.of(body), evidence.scopes(), evidence.mostUnmapped());
    }

    void letsPass(int unmapped) {
        evidence = with(evidence.token(), evidence.call(), evidence.scopes(), unmapped);
    }

    private Evidence with(Optional<String> token, Optional<String> call, Optional<String> scopes, int unmapped) {
        return new Evidence(
                evidence.tenant(), token, call, evidence.fhirToken(), scopes, evidence.patient(), List.of(), unmapped);
    }

    Report report() {
        return new GoLive(environment(), KNOWLEDGE, Definitions.shipped(), Clock.fixed(NOW, ZoneOffset.UTC))
                .of(evidence);
    }

    /** The one check of that id. */
    static Finding finding(Report report, String id) {
        return report.findings().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no check " + id));
    }

    private ConfigurableEnvironment environment() {
        StandardEnvironment environment = new StandardEnvironment();
        environment.setConversionService(new ApplicationConversionService());
        environment.getPropertySources().addFirst(new MapPropertySource("site", settings));
        return environment;
    }
}
