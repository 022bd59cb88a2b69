package org.pmlguard.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pmlguard.profiles.Artefacts.strings;
import static org.pmlguard.profiles.Artefacts.table;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTest {

    @ParameterizedTest
    @ValueSource(strings = {"drugs", "conditions", "tests"})
    void idsAreUniqueSlugs(String name) {
        assertThat(table(name).stream().map(Artefacts::idOf))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    }

    @Test
    void everyNamedValueSetExistsAndEveryValueSetIsNamed() {
        Set<String> named = new TreeSet<>(List.of("route-local-snomed"));
        Stream.of("drugs", "conditions", "tests")
                .flatMap(name -> table(name).stream())
                .forEach(row -> {
                    named.addAll(strings(row, "value-sets"));
                    named.addAll(strings(row, "local-value-sets"));
                });
        assertThat(Artefacts.valueSetFiles().stream().map(Artefacts::id)).containsExactlyInAnyOrderElementsOf(named);
    }
}
