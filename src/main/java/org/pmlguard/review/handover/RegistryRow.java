package org.pmlguard.review.handover;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.rule.Rule;
import org.pmlguard.ledger.Recorded;
import org.pmlguard.risk.Fact;

/**
 * A reviewed case for a registry, without what the Safe Harbor method of HIPAA takes out (45 CFR 164.514(b)(2)). Nothing is
 * copied from the record as text: each field is a number, a year, or a word of our own lists, so no identifier can be in it.
 */
public final class RegistryRow {

    /** The fields, in their sequence. */
    public static final List<String> FIELDS = List.of(
            "case",
            "year",
            "knowledge",
            "drug",
            "indicator",
            "rules",
            "exposure_months",
            "doses",
            "jcv_index_band",
            "jcv_antibody",
            "lymphocytes_e9_per_l",
            "cd4_per_ul",
            "igg_g_per_l",
            "csf_jcv_dna",
            "conditions",
            "pml_on_record",
            "prior_immunosuppressants",
            "other_immunosuppressants",
            "brain_mri_year",
            "not_known",
            "prescriber",
            "override_reason",
            "interventions",
            "conclusion");

    private static final Set<String> WORDS = Set.of("positive", "negative", "indeterminate");

    private final Knowledge knowledge;
    private final byte[] key;

    /** @param key a secret of the site; the same key gives a case the same name in each export */
    public RegistryRow(Knowledge knowledge, String key) {
        this.knowledge = knowledge;
        this.key = key.getBytes(StandardCharsets.UTF_8);
    }

    /** The fields of a case; one that is not known is left out. */
    public Map<String, Object> of(Reviewed one) {
        Map<String, Object> row = new LinkedHashMap<>();
        List<Fact> facts = one.facts();
        row.put("case", pseudonym(one));
        row.put("year", one.decision().at().atOffset(ZoneOffset.UTC).getYear());
        known(one.decision().knowledgeVersion(), "[0-9]{1,4}(?:\\.[0-9]{1,4}){1,2}")
                .ifPresent(v -> row.put("knowledge", v));
        knowledge.drugs().byId(one.drug()).ifPresent(drug -> row.put("drug", drug.id()));
        row.put(
                "indicator",
                known(one.card().indicator(), "critical|warning|info").orElse("info"));
        list(row, "rules", one.findings().stream().map(Recorded.Spoke::rule).filter(this::isRule));
        number(facts, "exposure").ifPresent(months -> row.put("exposure_months", months));
        number(facts, "doses").ifPresent(doses -> row.put("doses", doses));
        number(facts, "jcv-index").map(RegistryRow::band).ifPresent(band -> row.put("jcv_index_band", band));
        word(facts, "jcv-antibody").ifPresent(word -> row.put("jcv_antibody", word));
        number(facts, "alc").ifPresent(count -> row.put("lymphocytes_e9_per_l", count));
        number(facts, "cd4").ifPresent(count -> row.put("cd4_per_ul", count));
        number(facts, "igg").ifPresent(level -> row.put("igg_g_per_l", level));
        word(facts, "jcv-dna-csf").ifPresent(word -> row.put("csf_jcv_dna", word));
        list(row, "conditions", conditions(facts));
        row.put("pml_on_record", conditions(facts).anyMatch("pml"::equals));
        list(row, "prior_immunosuppressants", drugs(facts.stream().filter(RegistryRow::isPrior)));
        list(
                row,
                "other_immunosuppressants",
                drugs(facts.stream().filter(fact -> !isPrior(fact))).filter(drug -> !drug.equals(one.drug())));
        facts.stream()
                .filter(fact -> fact.name().equals("mri-brain"))
                .flatMap(fact -> fact.date().stream())
                .map(day -> day.getYear())
                .max(Integer::compare)
                .ifPresent(year -> row.put("brain_mri_year", year));
        list(
                row,
                "not_known",
                one.orders().stream()
                        .flatMap(order -> order.gaps().stream())
                        .map(Recorded.Lack::code)
                        .filter(code -> code.matches("[a-z-]{1,40}")));
        row.put("prescriber", known(one.answer(), "accepted|overridden").orElse("none"));
        reason(one).ifPresent(reason -> row.put("override_reason", reason));
        list(row, "interventions", codes(one, "intervention"));
        codes(one, "close").reduce((first, last) -> last).ifPresent(last -> row.put("conclusion", last));
        return row;
    }

    /** The same as a line of a table, lists with semicolons. */
    public List<String> cells(Reviewed one) {
        Map<String, Object> row = of(one);
        return FIELDS.stream().map(field -> cell(row.get(field))).toList();
    }

    private static String cell(@org.jspecify.annotations.Nullable Object value) {
        if (value instanceof List<?> many) {
            return many.stream().map(String::valueOf).collect(Collectors.joining(";"));
        }
        return value == null ? "" : String.valueOf(value);
    }

    /** Made of the random id of the card, which means nothing about the patient, and of the key. */
    private String pseudonym(Reviewed one) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of()
                    .formatHex(mac.doFinal(one.id().toString().getBytes(StandardCharsets.US_ASCII)), 0, 12);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<String> known(String text, String pattern) {
        return Optional.of(text).filter(one -> one.matches(pattern));
    }

    private static void list(Map<String, Object> row, String name, Stream<String> values) {
        List<String> distinct = values.distinct().sorted().toList();
        if (!distinct.isEmpty()) {
            row.put(name, distinct);
        }
    }

    private boolean isRule(String id) {
        return knowledge.rules().stream().map(Rule::id).anyMatch(id::equals);
    }

    /** The latest value of a kind of fact, in the unit our thresholds are written in. */
    private static Optional<BigDecimal> number(List<Fact> facts, String name) {
        return latest(facts, name)
                .flatMap(fact -> known(fact.comparable(), "[0-9]{1,4}(?:\\.[0-9]{1,3})?"))
                .map(BigDecimal::new);
    }

    private static Optional<String> word(List<Fact> facts, String name) {
        return latest(facts, name)
                .map(fact -> fact.value().strip().toLowerCase(java.util.Locale.ROOT))
                .filter(WORDS::contains);
    }

    private static Optional<Fact> latest(List<Fact> facts, String name) {
        return facts.stream()
                .filter(fact -> fact.name().equals(name))
                .max((one, other) -> one.date()
                        .orElse(java.time.LocalDate.MIN)
                        .compareTo(other.date().orElse(java.time.LocalDate.MIN)));
    }

    private static String band(BigDecimal index) {
        if (index.compareTo(new BigDecimal("0.2")) < 0) {
            return "below 0.2";
        }
        if (index.compareTo(new BigDecimal("0.4")) <= 0) {
            return "0.2 to 0.4";
        }
        if (index.compareTo(new BigDecimal("0.9")) <= 0) {
            return "above 0.4 to 0.9";
        }
        return index.compareTo(new BigDecimal("1.5")) <= 0 ? "above 0.9 to 1.5" : "above 1.5";
    }

    private Stream<String> conditions(List<Fact> facts) {
        return knowledge.conditions().all().stream()
                .filter(condition -> facts.stream()
                        .anyMatch(fact ->
                                fact.name().equals("condition") && fact.value().equals(condition.name())))
                .map(condition -> condition.id());
    }

    private static boolean isPrior(Fact fact) {
        return fact.name().equals("prior");
    }

    private Stream<String> drugs(Stream<Fact> facts) {
        Set<String> named = facts.map(Fact::value).collect(Collectors.toSet());
        return knowledge.drugs().all().stream()
                .filter(drug -> named.contains(drug.name()))
                .map(drug -> drug.id());
    }

    private Optional<String> reason(Reviewed one) {
        return one.decision().feedback().stream()
                .filter(heard -> heard.card().equals(one.id()))
                .flatMap(heard -> heard.reason().stream())
                .map(reason -> knowledge.overrideReasons().containsKey(reason.code()) ? reason.code() : "other")
                .reduce((first, last) -> last);
    }

    /** Codes of the desk's own lists. */
    private static Stream<String> codes(Reviewed one, String action) {
        return one.trail().stream()
                .filter(step -> step.action().equals(action))
                .flatMap(step -> step.code().stream())
                .filter(code -> code.matches("[a-z-]{1,40}"));
    }
}
