package org.pmlguard.clinical;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A thing as the EHR named it: any number of codings, and text. Every coding counts, not only the first. */
public record Concept(List<Coding> codings, String text) {

    public static final Concept NOTHING = new Concept(List.of(), "");

    public Concept {
        codings = List.copyOf(codings);
    }

    /** Tells nearly all apart. Each entry of a chart is looked up by it, so it is short. */
    @Override
    public int hashCode() {
        return codings.isEmpty() ? text.hashCode() : codings.getFirst().code().hashCode() + text.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Concept concept && text.equals(concept.text) && codings.equals(concept.codings));
    }

    public static Concept ofText(String text) {
        return new Concept(List.of(), text);
    }

    /** Neither a code nor a word. */
    public boolean isEmpty() {
        return codings.isEmpty() && text.isBlank();
    }

    /** Everything readable about it: the text, then the displays; blank ones left out. */
    public Stream<String> names() {
        return Stream.concat(Stream.of(text), codings.stream().map(Coding::display))
                .filter(name -> !name.isBlank());
    }

    /** What to call it before a person: its text, else a display, else a bare code, else an empty string. */
    public String label() {
        return Stream.concat(names(), codings.stream().map(Coding::code))
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse("");
    }
}
