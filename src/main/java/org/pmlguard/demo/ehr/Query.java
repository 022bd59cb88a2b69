package org.pmlguard.demo.ehr;

import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** The search parameters that a search gave, each empty if it did not. One value of several is enough; dates are whole. */
record Query(
        Optional<String> patient,
        Optional<TokenOrListParam> code,
        Optional<TokenOrListParam> category,
        Optional<TokenOrListParam> status,
        Optional<DateRangeParam> date) {

    /** Whether a resource is one of those that are looked for. */
    boolean fits(Resource resource) {
        return patient.map(id -> isOf(resource, id)).orElse(true)
                && fits(code, resource, "code", "medication[x]")
                && fits(category, resource, "category")
                && fits(status, resource, "status", "clinicalStatus")
                && date.map(range -> isWithin(range, resource)).orElse(true);
    }

    private static boolean isOf(Resource resource, String patient) {
        return values(resource, "subject", "patient")
                .map(Reference.class::cast)
                .anyMatch(
                        subject -> patient.equals(subject.getReferenceElement().getIdPart()));
    }

    private static boolean fits(Optional<TokenOrListParam> wanted, Resource resource, String... elements) {
        return wanted.map(tokens -> tokens.getValuesAsQueryTokens().stream()
                        .anyMatch(token -> values(resource, elements).anyMatch(value -> means(token, value))))
                .orElse(true);
    }

    private static boolean means(TokenParam token, Base value) {
        return switch (value) {
            case CodeableConcept concept -> concept.getCoding().stream().anyMatch(coding -> means(token, coding));
            case PrimitiveType<?> code -> token.getValue().equals(code.getValueAsString());
            default -> false;
        };
    }

    private static boolean means(TokenParam token, Coding coding) {
        boolean anySystem = token.getSystem() == null || token.getSystem().equals(coding.getSystem());
        return anySystem && Objects.equals(token.getValue(), coding.getCode());
    }

    private static boolean isWithin(DateRangeParam range, Resource resource) {
        Optional<Instant> from =
                Optional.ofNullable(range.getLowerBoundAsInstant()).map(Date::toInstant);
        Optional<Instant> to =
                Optional.ofNullable(range.getUpperBoundAsInstant()).map(Date::toInstant);
        return date(resource)
                .filter(day -> from.map(first -> !day.isBefore(first)).orElse(true))
                .filter(day -> to.map(last -> !day.isAfter(last)).orElse(true))
                .isPresent();
    }

    /** When what a resource speaks of began. */
    static Optional<Instant> date(Resource resource) {
        return values(resource, "effective[x]", "performed[x]", "authoredOn", "onset[x]")
                .map(Query::beginning)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Instant> beginning(Base value) {
        return switch (value) {
            case BaseDateTimeType day -> Optional.ofNullable(day.getValue()).map(Date::toInstant);
            case Period period -> Optional.ofNullable(period.getStart()).map(Date::toInstant);
            default -> Optional.empty();
        };
    }

    private static Stream<Base> values(Resource resource, String... elements) {
        return Arrays.stream(elements)
                .map(resource::getNamedProperty)
                .filter(Objects::nonNull)
                .map(Property::getValues)
                .flatMap(List::stream);
    }
}
