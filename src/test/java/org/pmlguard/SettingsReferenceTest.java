package org.pmlguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** {@code application.yml} is the reference of all settings: none is missing, none is invented, and each default is true. */
class SettingsReferenceTest {

    private static final Path FILE = Path.of("src/main/resources/application.yml");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern IN_CODE = Pattern.compile("\"(pmlguard\\.[a-z-]+(?:\\.[a-z-]+)*)\"");

    /** Written as a list of examples in a comment. */
    private static final Map<String, String> LISTS = Map.of(
            "org.pmlguard.tenant.TenantEntry", "tenants",
            "org.pmlguard.review.staff.StaffProperties$User", "users");

    private static Stream<Class<?>> properties() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("org.pmlguard").stream()
                .map(BeanDefinition::getBeanClassName)
                .<Class<?>>map(name -> ClassUtils.resolveClassName(Objects.requireNonNull(name), null))
                .filter(Class::isRecord);
    }

    /** The keys of a record with their defaults; a list of records is its own key. */
    private static Map<String, String> keys(String prefix, Class<?> type) {
        Map<String, String> keys = new TreeMap<>();
        RecordComponent[] parts = type.getRecordComponents();
        for (int n = 0; n < parts.length; n++) {
            RecordComponent part = parts[n];
            String key = prefix + "." + kebab(part.getName());
            if (part.getType().isRecord()) {
                keys.putAll(keys(key, part.getType()));
            } else {
                keys.put(key, standard(type, n));
            }
        }
        return keys;
    }

    private static String standard(Class<?> type, int position) {
        DefaultValue given =
                type.getDeclaredConstructors()[0].getParameters()[position].getAnnotation(DefaultValue.class);
        return given == null ? "" : String.join(",", given.value());
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> documented() throws IOException {
        EnumerablePropertySource<?> first = (EnumerablePropertySource<?>) new YamlPropertySourceLoader()
                .load("reference", new FileSystemResource(FILE))
                .getFirst();
        Map<String, String> documented = new TreeMap<>();
        Stream.of(first.getPropertyNames())
                .filter(name -> name.startsWith("pmlguard."))
                .forEach(name -> documented.merge(
                        name.replaceAll("\\[\\d+]$", ""),
                        Objects.toString(first.getProperty(name)),
                        (one, next) -> one + "," + next));
        return documented;
    }

    private static Map<String, String> inCode() {
        Map<String, String> all = new TreeMap<>();
        properties()
                .forEach(type -> all.putAll(
                        keys(type.getAnnotation(ConfigurationProperties.class).value(), type)));
        return all;
    }

    @Test
    void everySettingStandsInTheReferenceWithItsDefault() throws IOException {
        Map<String, String> documented = documented();
        Map<String, String> wanted = inCode();
        assertThat(wanted).hasSizeGreaterThan(30);
        assertThat(documented.keySet()).containsAll(wanted.keySet());
        wanted.forEach(
                (key, standard) -> assertThat(documented.get(key)).as(key).isEqualTo(standard));
    }

    @Test
    void nothingStandsThereThatNobodyReads() throws IOException {
        TreeSet<String> read = new TreeSet<>(inCode().keySet());
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                IN_CODE.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(read::add);
            }
        }
        assertThat(read).containsAll(documented().keySet());
    }

    @Test
    void everySettingOfATenantAndAUserStandsInItsExample() throws Exception {
        for (String name : LISTS.keySet()) {
            String comment = example(LISTS.get(name));
            for (RecordComponent part : Class.forName(name).getRecordComponents()) {
                assertThat(comment).as("%s of %s", kebab(part.getName()), name).contains(kebab(part.getName()) + ":");
            }
        }
    }

    private static String example(String list) throws IOException {
        String text = Files.readString(FILE);
        int end = text.indexOf("  " + list + ": []");
        return text.substring(Math.max(0, end - 3_500), end);
    }

    /** A setting of its own, or the first of a group, is said in words above it. */
    @Test
    void everyGroupOfSettingsIsExplained() throws IOException {
        List<String> lines = Files.readAllLines(FILE);
        for (int n = 1; n < lines.size(); n++) {
            if (lines.get(n).matches(" {2}[a-z-]+: .+") && inPmlguard(lines, n)) {
                assertThat(lines.get(n - 1)).as(lines.get(n)).matches("\\s+#.*");
            }
        }
    }

    private static boolean inPmlguard(List<String> lines, int at) {
        for (int n = at; n >= 0; n--) {
            if (lines.get(n).matches("[a-z].*")) {
                return lines.get(n).startsWith("pmlguard:");
            }
        }
        return false;
    }
}
