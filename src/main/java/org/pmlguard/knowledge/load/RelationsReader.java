package org.pmlguard.knowledge.load;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.pmlguard.knowledge.drug.Drugs;
import org.pmlguard.knowledge.rule.Relations;
import org.pmlguard.knowledge.rule.Relations.Indication;

/** {@code relations.yaml}. */
final class RelationsReader {

    private RelationsReader() {}

    static Relations read(Entry file, Drugs drugs, Violations violations) {
        Map<String, BigDecimal> equivalents = file.named("prednisone-equivalents").entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().node().decimalValue()));
        drugs.unknown(equivalents.keySet())
                .forEach(name -> violations.add("relations.yaml", "names a drug that does not exist: " + name));
        return new Relations(
                file.entries("indications").stream()
                        .map(entry -> indication(entry, drugs, violations))
                        .toList(),
                equivalents);
    }

    private static Indication indication(Entry entry, Drugs drugs, Violations violations) {
        drugs.unknown(entry.texts("drugs"))
                .forEach(name -> violations.add("relations.yaml", "names drugs that do not exist: " + name));
        return new Indication(drugs.set(entry.texts("drugs")), Set.copyOf(entry.texts("conditions")));
    }
}
