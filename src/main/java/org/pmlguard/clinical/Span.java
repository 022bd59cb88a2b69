package org.pmlguard.clinical;

import java.time.LocalDate;
import java.util.Optional;

/** From a day to a day, either end possibly unknown. A partial date stands for the earliest day it can mean. */
public record Span(Optional<LocalDate> start, Optional<LocalDate> end) {

    public static final Span UNKNOWN = new Span(Optional.empty(), Optional.empty());

    public static Span on(LocalDate day) {
        return new Span(Optional.of(day), Optional.of(day));
    }
}
