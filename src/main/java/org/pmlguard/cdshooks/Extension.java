package org.pmlguard.cdshooks;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An {@code extension} we send (2.0.1, Extensions): a deep copy of plain JDK values that JSON can hold.
 *
 * @param members the values under reverse-domain names; empty means that no extension is sent
 */
record Extension(Map<String, Object> members) {

    private static final Pattern REVERSE_DOMAIN = Pattern.compile("[A-Za-z][A-Za-z0-9-]*(\\.[A-Za-z0-9_-]+)+");

    static Extension of(Map<String, Object> members) {
        for (String name : members.keySet()) {
            Rules.require(
                    REVERSE_DOMAIN.matcher(name).matches(), "A name in an extension must be a reverse domain name");
        }
        return new Extension(copyOf(members));
    }

    private static Map<String, Object> copyOf(Map<?, ?> map) {
        SequencedMap<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            Rules.require(key instanceof String name && !name.isEmpty(), "A name in an extension must be a string");
            copy.put(String.valueOf(key), plain(value));
        });
        return Collections.unmodifiableMap(copy);
    }

    private static Object plain(@Nullable Object value) {
        return switch (value) {
            case String text when !text.isEmpty() -> text;
            case Boolean truth -> truth;
            case Number number when isJson(number) -> number;
            case Map<?, ?> map when !map.isEmpty() -> copyOf(map);
            case Collection<?> list
            when !list.isEmpty() -> list.stream().map(Extension::plain).toList();
            case null, default ->
                throw new IllegalArgumentException(
                        "An extension must hold plain maps, lists, strings, finite numbers, booleans; nothing empty");
        };
    }

    private static boolean isJson(Number number) {
        return switch (number) {
            case Double real -> Double.isFinite(real);
            case Float real -> Float.isFinite(real);
            case Integer _, Long _, Short _, Byte _, BigInteger _, BigDecimal _ -> true;
            default -> false;
        };
    }
}
