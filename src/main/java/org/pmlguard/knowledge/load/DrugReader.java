package org.pmlguard.knowledge.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pmlguard.knowledge.drug.Drug;
import org.pmlguard.knowledge.drug.Drugs;
import org.pmlguard.knowledge.drug.LocalUse;
import org.pmlguard.knowledge.drug.Tier;
import org.pmlguard.knowledge.terms.PhraseIndex;
import org.pmlguard.knowledge.terms.Phrases;
import org.pmlguard.knowledge.terms.TermIndex;
import org.pmlguard.knowledge.terms.Terms;

/** {@code drugs.yaml} and its value sets. */
final class DrugReader {

    private final ValueSets valueSets;

    DrugReader(ValueSets valueSets) {
        this.valueSets = valueSets;
    }

    /** @param guards what says that a product acts only where it is put */
    Drugs read(Entry file, Entry guards) {
        Map<Drug, List<Terms>> codes = new LinkedHashMap<>();
        Map<Drug, List<Terms>> localCodes = new LinkedHashMap<>();
        Map<Drug, Phrases> names = new LinkedHashMap<>();
        for (Entry entry : file.entries("drugs")) {
            Drug drug = drug(entry);
            codes.put(drug, valueSets.named("drugs.yaml " + drug.id(), entry.texts("value-sets")));
            localCodes.put(drug, valueSets.named("drugs.yaml " + drug.id(), entry.texts("local-value-sets")));
            names.put(drug, names(entry));
        }
        return new Drugs(
                List.copyOf(codes.keySet()),
                TermIndex.over(codes),
                TermIndex.over(localCodes),
                PhraseIndex.over(names),
                localUse(guards));
    }

    private LocalUse localUse(Entry guards) {
        List<Terms> routes = valueSets.named("guards.yaml local-routes", guards.texts("local-routes"));
        return new LocalUse(
                guards.phrases("local-products"),
                guards.phrases("local-places"),
                TermIndex.over(Map.of("local", routes)));
    }

    private static Drug drug(Entry entry) {
        return new Drug(
                entry.text("id"),
                entry.text("name"),
                Tier.valueOf(entry.text("tier")),
                Set.copyOf(entry.texts("groups")),
                entry.period("carry-over"),
                entry.text("label"),
                entry.texts("evidence"));
    }

    /** The international name always counts beside the brands. */
    private static Phrases names(Entry entry) {
        List<String> names = new ArrayList<>(entry.texts("names"));
        names.add(entry.text("name"));
        return new Phrases(names, entry.texts("not"));
    }
}
