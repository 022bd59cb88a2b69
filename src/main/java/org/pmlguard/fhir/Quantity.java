package org.pmlguard.fhir;

import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A FHIR Quantity with a value; the unit is the code where there is one, since it is the more certain spelling. */
record Quantity(BigDecimal number, String unit) {

    private static final Fact VALUE = Fact.at("value");
    private static final Fact UNIT = Fact.at("code", "unit", "units");

    /** The quantity; zero without unit if it has no readable value. */
    static Quantity read(JsonNode node) {
        return new Quantity(value(node).orElse(BigDecimal.ZERO), UNIT.text(node).orElse(""));
    }

    static Optional<BigDecimal> value(JsonNode node) {
        return VALUE.first(node, Numbers::read);
    }
}
