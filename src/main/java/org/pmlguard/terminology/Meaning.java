package org.pmlguard.terminology;

import java.util.List;
import org.pmlguard.clinical.Concept;

/**
 * What a terminology service says that a code stands for.
 *
 * @param names what the code is called
 * @param ingredients with code and name, as far as it says them; a code that replaced the one asked about is among them
 * @param forms dose forms
 */
record Meaning(List<String> names, List<Concept> ingredients, List<Concept> forms) {

    /** It does not know the code. */
    static final Meaning NONE = new Meaning(List.of(), List.of(), List.of());

    Meaning {
        names = List.copyOf(names);
        ingredients = List.copyOf(ingredients);
        forms = List.copyOf(forms);
    }

    boolean isNone() {
        return names.isEmpty() && ingredients.isEmpty();
    }
}
