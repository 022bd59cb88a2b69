package org.pmlguard.knowledge.drug;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pmlguard.clinical.Coding;
import org.pmlguard.clinical.Concept;
import org.pmlguard.clinical.Product;
import org.pmlguard.knowledge.drug.Recognition.By;
import org.pmlguard.knowledge.terms.PhraseIndex;
import org.pmlguard.knowledge.terms.TermIndex;

/**
 * The known drugs and how a product is recognised as one: any code of any of its codings first, then its names. Products
 * that do not reach the whole body (creams, eye drops, inhalers) are recognised as nothing.
 */
public final class Drugs {

    private final List<Drug> all;
    private final TermIndex<Drug> codes;
    private final TermIndex<Drug> localCodes;
    private final PhraseIndex<Drug> names;
    private final LocalUse local;

    /**
     * @param localCodes codes of products of these drugs that act only where they are put
     * @param local what else says the same
     */
    public Drugs(
            List<Drug> all,
            TermIndex<Drug> codes,
            TermIndex<Drug> localCodes,
            PhraseIndex<Drug> names,
            LocalUse local) {
        this.all = List.copyOf(all);
        this.codes = codes;
        this.localCodes = localCodes;
        this.names = names;
        this.local = local;
    }

    public List<Drug> all() {
        return all;
    }

    public Optional<Drug> byId(String id) {
        return all.stream().filter(drug -> drug.id().equals(id)).findFirst();
    }

    /** The known drugs in a product; nothing if it holds none or acts only locally. */
    public Recognition recognise(Product product) {
        Sayings sayings = sayings(product);
        if (sayings.isNothing() || actsLocally(product)) {
            return Recognition.NOTHING;
        }
        return product.explainedBy().isPresent() ? sayings.together().by(By.LOOK_UP) : sayings.together();
    }

    /** Whether neither a code nor a name of the product is known here, and nothing says that it acts only locally. */
    public boolean areStrangersTo(Product product) {
        return sayings(product).isNothing() && !actsLocally(product);
    }

    private Sayings sayings(Product product) {
        Set<Drug> codings = meant(product.name());
        Set<Drug> named = named(product.name());
        if (product.ingredients().isEmpty()) {
            return new Sayings(codings, codings, named);
        }
        Set<Drug> coded = new LinkedHashSet<>(codings);
        for (Concept ingredient : product.ingredients()) {
            coded.addAll(meant(ingredient));
            named.addAll(named(ingredient));
        }
        return new Sayings(codings, coded, named);
    }

    private Set<Drug> meant(Concept concept) {
        Set<Drug> found = new LinkedHashSet<>();
        for (Coding coding : concept.codings()) {
            found.addAll(codes.meanings(coding));
        }
        return found;
    }

    private Set<Drug> named(Concept concept) {
        Set<Drug> found = names.named(concept.text());
        for (Coding coding : concept.codings()) {
            if (!coding.display().equals(concept.text())) {
                found.addAll(names.named(coding.display()));
            }
        }
        return found;
    }

    private boolean actsLocally(Product product) {
        return hasLocalCode(product) || local.isOf(product);
    }

    private boolean hasLocalCode(Product product) {
        boolean found = hasLocalCode(product.name());
        for (Concept ingredient : product.ingredients()) {
            found = found || hasLocalCode(ingredient);
        }
        return found;
    }

    private boolean hasLocalCode(Concept concept) {
        for (Coding coding : concept.codings()) {
            if (!localCodes.meanings(coding).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** How many codes mean the drug given systemically. */
    public int codesOf(Drug drug) {
        return codes.codesOf(drug);
    }

    /** How many names it is known by, its international one among them. */
    public int namesOf(Drug drug) {
        return names.phrasesOf(drug);
    }

    /** The drugs that any of the names picks. */
    public DrugSet set(List<String> names) {
        return DrugSet.of(names, all);
    }

    /** Whether any name in the collection is unknown here: neither drug, group nor tier. */
    public List<String> unknown(Collection<String> names) {
        return names.stream()
                .filter(name -> DrugSet.of(List.of(name), all).drugs().isEmpty())
                .toList();
    }
}
