package org.pmlguard.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.AuditEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves the audit is FHIR, and the commands say whether the chain holds. */
class AuditExportTest {

    private static final FhirContext R4 = FhirContext.forR4Cached();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @TempDir
    private Path folder;

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("ledger");
    }

    private static void accesses(AuditedLedger ledger) {
        for (Deed deed : Deed.values()) {
            Access access = new Access(
                    UUID.randomUUID(),
                    AuditedLedger.NOW,
                    deed == Deed.LOG_IN_FAILED ? "" : "ada",
                    deed,
                    deed != Deed.LOG_IN_FAILED,
                    Optional.of("st-elsewhere"),
                    Optional.of("nora").filter(one -> deed == Deed.READ_CASE),
                    Optional.of(UUID.randomUUID()).filter(one -> deed == Deed.READ_CASE),
                    "something",
                    Optional.of("10.0.0.1"));
            new AccessLog(ledger.database).write(access);
            ledger.sealer.seal(Kind.ACCESS, Set.of(access.id()));
        }
    }

    @Test
    void everyEventIsValidFhirAndCarriesItsSeal() {
        List<String> lines = new ArrayList<>();
        try (AuditedLedger ledger = new AuditedLedger("jdbc:h2:mem:" + UUID.randomUUID(), "")) {
            ledger.sealed(2);
            accesses(ledger);
            assertThat(new AuditExport(ledger.database).write(TODAY.minusDays(1), TODAY, lines::add))
                    .isEqualTo(lines.size());
        }
        assertThat(lines).hasSize(4 + Deed.values().length);
        FhirValidator validator = validator();
        assertThat(lines)
                .allSatisfy(line -> assertThat(
                                validator.validateWithResult(line).getMessages())
                        .filteredOn(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                        .isEmpty())
                .allSatisfy(line -> assertThat(line).contains("seal in the audit chain"));
        AuditEvent read = lines.stream()
                .map(line -> R4.newJsonParser().parseResource(AuditEvent.class, line))
                .filter(event -> "read".equals(event.getSubtypeFirstRep().getCode()))
                .findFirst()
                .orElseThrow();
        assertThat(read.getEntity())
                .anyMatch(entity -> entity.getWhat().getReference() != null
                        && entity.getWhat().getReference().equals("Patient/nora"));
        assertThat(read.getAgent())
                .anyMatch(agent -> agent.getRequestor() && agent.getName().equals("ada"));
    }

    @Test
    void theCommandsVerifyAndExport() {
        String mark;
        try (AuditedLedger ledger = new AuditedLedger(url(), "")) {
            ledger.sealed(2);
            mark = ledger.mark();
        }
        assertThat(run("audit-verify", "--expect", mark)).startsWith("0 Intact: 6 seals");
        assertThat(run("audit-export", "--from", "2026-11-20", "--to", "2026-11-21"))
                .startsWith("0 {\"resourceType\":\"AuditEvent\"");
        assertThat(run("audit-verify", "--nonsense", "1")).startsWith("2 usage");
        assertThat(run("audit-verify", "--expect", "nonsense")).startsWith("2 usage");
        try (AuditedLedger ledger = new AuditedLedger(url(), "")) {
            ledger.write("update card set summary = 'All is well'");
        }
        assertThat(run("audit-verify"))
                .startsWith("1 Broken at seal 1 (decision ")
                .contains("the entry was changed");
    }

    private String run(String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--pmlguard.ledger.url=" + url());
        all.add("--pmlguard.audit.key=" + AuditedLedger.KEY);
        int code = new AuditCommand(stream, stream, AuditedLedger.CLOCK).run(all.toArray(String[]::new));
        return code + " " + said.toString(StandardCharsets.UTF_8);
    }

    private static FhirValidator validator() {
        var support = new ValidationSupportChain(
                new DefaultProfileValidationSupport(R4),
                new CommonCodeSystemsTerminologyService(R4),
                new InMemoryTerminologyServerValidationSupport(R4));
        return R4.newValidator().registerValidatorModule(new FhirInstanceValidator(support));
    }
}
