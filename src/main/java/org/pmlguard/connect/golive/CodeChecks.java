package org.pmlguard.connect.golive;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pmlguard.clinical.CodeSystem;
import org.pmlguard.clinical.Coding;
import org.pmlguard.clinical.Concept;
import org.pmlguard.clinical.Product;
import org.pmlguard.connect.check.Check;
import org.pmlguard.connect.check.Result;
import org.pmlguard.fhir.NamedDrug;
import org.pmlguard.fhir.Rehearsal;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.drug.Recognition.By;

/**
 * Whether the site's way to code drugs is one in which ours are recognised. An order is unmapped if no code of it is of a
 * system that is read here and no name in it is one of our drugs: whatever it is, it would pass unseen.
 */
final class CodeChecks {

    private static final int MOST_SHOWN = 20;

    private final Knowledge knowledge;
    private final Evidence evidence;
    private final Supplier<List<NamedDrug>> onFile;

    /** @param onFile the orders of the patient, asked for when the check runs */
    CodeChecks(Knowledge knowledge, Evidence evidence, Supplier<List<NamedDrug>> onFile) {
        this.knowledge = knowledge;
        this.evidence = evidence;
        this.onFile = onFile;
    }

    static CodeChecks of(Knowledge knowledge, Evidence evidence, Rehearsal rehearsal, AsCalled called) {
        return new CodeChecks(
                knowledge,
                evidence,
                () -> called.hasPatient() && called.hasServer() && rehearsal.isRegistered(called.call())
                        ? rehearsal.orders(called.service(), called.call())
                        : List.of());
    }

    List<Check> all() {
        return List.of(new Check(
                "LIVE-21",
                "The drugs of recent orders are coded so that ours are recognised",
                "ours",
                this::areMapped));
    }

    private Result areMapped() {
        List<NamedDrug> drugs = Stream.concat(evidence.codes().stream().map(CodeChecks::named), onFile.get().stream())
                .toList();
        if (drugs.isEmpty()) {
            return new Result.Skipped("no orders to look at (--order-codes, or a patient with orders on file)");
        }
        List<NamedDrug> unmapped = drugs.stream().filter(this::isUnmapped).toList();
        String seen = seen(drugs, unmapped);
        return unmapped.size() * 100L <= (long) evidence.mostUnmapped() * drugs.size()
                ? new Result.Passed(seen)
                : new Result.Failed(
                        seen + "; at most " + evidence.mostUnmapped() + " in 100 are let pass",
                        "let the EHR send RxNorm, NDC, ATC, UNII, HCPCS or SNOMED CT codes, or the drug's name, in its orders");
    }

    private String seen(List<NamedDrug> drugs, List<NamedDrug> unmapped) {
        long known = drugs.stream()
                .filter(one ->
                        !knowledge.drugs().recognise(one.product()).drugs().isEmpty())
                .count();
        long byName = drugs.stream().filter(this::isByName).count();
        return drugs.size() + " orders, " + known + " for drugs known here (" + byName + " by name alone), "
                + unmapped.size() + " unmapped" + codes(unmapped);
    }

    private static String codes(List<NamedDrug> unmapped) {
        String codes = unmapped.stream()
                .flatMap(one -> one.codes().isEmpty() ? Stream.of("no code") : one.codes().stream())
                .map(code -> code.replaceAll("[\\p{Cntrl}\\p{Cf}]", ""))
                .distinct()
                .sorted()
                .limit(MOST_SHOWN)
                .collect(Collectors.joining(", "));
        return codes.isEmpty() ? "" : ": " + codes;
    }

    private boolean isByName(NamedDrug drug) {
        return knowledge.drugs().recognise(drug.product()).drugs().stream().anyMatch(found -> found.by() == By.NAME);
    }

    private boolean isUnmapped(NamedDrug drug) {
        return knowledge.drugs().areStrangersTo(drug.product())
                && drug.product().name().codings().stream()
                        .allMatch(coding -> coding.system() == CodeSystem.OTHER
                                || coding.code().isBlank());
    }

    private static NamedDrug named(String line) {
        List<String> parts = Arrays.asList((line + "||").split("\\|", -1));
        String system = parts.get(0).strip();
        String code = parts.get(1).strip();
        Coding coding = new Coding(CodeSystem.of(system), code, parts.get(2).strip());
        return new NamedDrug(Product.named(new Concept(List.of(coding), "")), List.of(system + "|" + code));
    }
}
