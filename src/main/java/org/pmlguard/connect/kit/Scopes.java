package org.pmlguard.connect.kit;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pmlguard.cdshooks.Service;

/** The SMART scopes that an access token needs so that the prefetch templates can be asked. */
public final class Scopes {

    /** No template asks for it; it is read where an order or a row names its drug by reference alone. */
    private static final String POINTED_AT = "Medication";

    private static final Pattern TYPE = Pattern.compile("([A-Z][A-Za-z]+)[/?].*");
    private static final Pattern SCOPE =
            Pattern.compile("(patient|user|system)/([A-Za-z]+|\\*)\\.(read|write|\\*|c?r?u?d?s?)(\\?.*)?");

    private Scopes() {}

    /**
     * What is needed for one type of resource.
     *
     * @param first in the grammar of SMART App Launch 1
     * @param second in that of SMART App Launch 2: read and search
     */
    public record Needed(String type, String first, String second) {

        private static Needed of(String type) {
            return new Needed(type, "patient/" + type + ".read", "patient/" + type + ".rs");
        }
    }

    /** What the templates of the services need, in the order of the alphabet. */
    public static List<Needed> of(Collection<Service> services) {
        return services.stream()
                .flatMap(service -> service.prefetch().values().stream())
                .flatMap(template -> type(template).stream())
                .collect(Collectors.toCollection(() -> new TreeSet<>(Set.of(POINTED_AT))))
                .stream()
                .map(Needed::of)
                .toList();
    }

    /** The type of resource that a template asks for. */
    public static Optional<String> type(String template) {
        Matcher matcher = TYPE.matcher(template);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The types that granted scopes, in either grammar and separated by blanks, do not let us read and search. */
    public static List<String> missing(List<Needed> needed, String granted) {
        return needed.stream()
                .map(Needed::type)
                .filter(type -> words(granted).noneMatch(scope -> allows(scope, type)))
                .toList();
    }

    /** The granted scopes that let us see a part of the rows only. */
    public static List<String> narrowed(List<Needed> needed, String granted) {
        return words(granted)
                .filter(scope -> scope.contains("?"))
                .filter(scope -> needed.stream().anyMatch(one -> allows(scope, one.type())))
                .toList();
    }

    private static Stream<String> words(String granted) {
        return Arrays.stream(granted.strip().split("\\s+", -1));
    }

    private static boolean allows(String scope, String type) {
        Matcher parts = SCOPE.matcher(scope);
        return parts.matches()
                && (parts.group(2).equals("*") || parts.group(2).equals(type))
                && readsAndSearches(parts.group(3));
    }

    private static boolean readsAndSearches(String verbs) {
        return switch (verbs) {
            case "read", "*" -> true;
            case "write" -> false;
            default -> verbs.contains("r") && verbs.contains("s");
        };
    }
}
