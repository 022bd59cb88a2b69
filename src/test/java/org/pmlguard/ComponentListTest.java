package org.pmlguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.stereotype.Component;

/** {@code META-INF/spring.components} saves reading every class at each start; a class it leaves out would not be made. */
class ComponentListTest {

    @Test
    void the_list_of_components_is_complete() throws IOException {
        Properties listed = new Properties();
        try (InputStream file = PmlGuard.class.getResourceAsStream("/META-INF/spring.components")) {
            listed.load(Objects.requireNonNull(file));
        }
        assertThat(new TreeSet<>(listed.stringPropertyNames())).isEqualTo(found());
        assertThat(listed.values()).containsOnly(Component.class.getName());
    }

    /** By a filter that Spring cannot answer from the list, so that it reads the classes. */
    private static Set<String> found() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter((reader, _) -> isOurs(reader) && isComponent(reader.getAnnotationMetadata()));
        return scanner.findCandidateComponents("org.pmlguard").stream()
                .map(bean -> Objects.requireNonNull(bean.getBeanClassName()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isComponent(AnnotatedTypeMetadata metadata) {
        return metadata.isAnnotated(Component.class.getName());
    }

    private static boolean isOurs(MetadataReader reader) {
        try {
            return !reader.getResource().getURL().getPath().contains("test-classes");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
