package org.pmlguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.FileSystemResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What is shipped in {@code docker} names only metrics, settings, paths and ports that the server has. */
class ShippedFilesTest {

    private static final Path DOCKER = Path.of("docker");
    private static final Path CHART = DOCKER.resolve("helm/pml-guard");
    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Pattern METRIC = Pattern.compile("\\bcds_[a-z_]+");
    private static final Pattern IN_CODE = Pattern.compile(
            "(?:counter|Timer\\.builder|Gauge\\.builder|gauge|count)\\(\\s*(?:registry,\\s*)?\"(cds\\.[a-z.]+)\"");
    private static final Pattern SUFFIX = Pattern.compile("_(total|bucket|count|sum|max|seconds)$");
    private static final Pattern VARIABLE = Pattern.compile("\\b((?:PMLGUARD|SERVER|MANAGEMENT|SPRING)_[A-Z_]+)\\b");

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Stream<Path> below(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        }
    }

    static Stream<Path> yaml() throws IOException {
        return Stream.concat(below(DOCKER, ".yml"), below(DOCKER, ".yaml"))
                .filter(file -> !file.toString().contains("templates"));
    }

    static Stream<Path> thatNameMetrics() throws IOException {
        return Stream.concat(below(DOCKER, ".yml"), below(DOCKER, "pml-guard.json"));
    }

    static Stream<Path> thatNameSettings() throws IOException {
        return Stream.concat(below(DOCKER, ".yaml"), Stream.of(DOCKER.resolve("Dockerfile")));
    }

    /** Without its unit and what Prometheus adds. */
    private static String bare(String metric) {
        String shorter = SUFFIX.matcher(metric).replaceFirst("");
        return shorter.equals(metric) ? metric : bare(shorter);
    }

    private static Set<String> metrics() throws IOException {
        Set<String> names = new TreeSet<>();
        below(Path.of("src/main/java"), ".java")
                .forEach(file -> IN_CODE.matcher(text(file))
                        .results()
                        .map(found -> bare(found.group(1).replace('.', '_')))
                        .forEach(names::add));
        return names;
    }

    private static Set<String> variables() throws IOException {
        EnumerablePropertySource<?> reference = (EnumerablePropertySource<?>) new YamlPropertySourceLoader()
                .load("reference", new FileSystemResource("src/main/resources/application.yml"))
                .getFirst();
        Set<String> names = Stream.of(reference.getPropertyNames())
                .map(name -> name.replace("-", "").replace('.', '_').toUpperCase(java.util.Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        names.add("SPRING_PROFILES_ACTIVE");
        return names;
    }

    @ParameterizedTest
    @MethodSource("yaml")
    void everyFileCanBeRead(Path file) {
        assertThat(YAML.readTree(text(file)).isObject()).as(file.toString()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("thatNameMetrics")
    void everyMetricThatIsNamedExists(Path file) throws IOException {
        assertThat(metrics()).hasSizeGreaterThan(20);
        assertThat(METRIC.matcher(text(file)).results().map(found -> bare(found.group())))
                .as(file.toString())
                .isSubsetOf(metrics());
    }

    @ParameterizedTest
    @MethodSource("thatNameSettings")
    void everySettingThatIsGivenExists(Path file) throws IOException {
        assertThat(VARIABLE.matcher(text(file)).results().map(found -> found.group(1)))
                .as(file.toString())
                .filteredOn(name -> !name.endsWith("_IMAGE"))
                .isSubsetOf(variables());
    }

    @Test
    void everyPanelAsksSomething() {
        JsonNode board = JSON.readTree(text(DOCKER.resolve("monitoring/grafana/pml-guard.json")));
        List<JsonNode> panels = board.path("panels").valueStream().toList();
        assertThat(panels).hasSizeGreaterThan(10).allSatisfy(panel -> {
            assertThat(panel.path("title").asString()).isNotBlank();
            assertThat(panel.path("targets").path(0).path("expr").asString()).isNotBlank();
        });
    }

    @Test
    void theChartShipsTheSameAlarms() {
        assertThat(CHART.resolve("alerts.yml")).hasSameTextualContentAs(DOCKER.resolve("monitoring/alerts.yml"));
    }

    @Test
    void theChartUsesOnlyValuesThatItsSchemaKnows() throws IOException {
        JsonNode schema =
                JSON.readTree(text(CHART.resolve("values.schema.json"))).path("properties");
        Pattern value = Pattern.compile("\\.Values\\.([A-Za-z]+)(?:\\.([A-Za-z]+))?");
        below(CHART.resolve("templates"), ".yaml")
                .forEach(template -> value.matcher(text(template)).results().forEach(used -> {
                    JsonNode first = schema.path(used.group(1));
                    assertThat(first.isObject()).as(used.group()).isTrue();
                    if (used.group(2) != null && first.has("properties")) {
                        assertThat(first.path("properties").has(used.group(2)))
                                .as(used.group())
                                .isTrue();
                    }
                }));
        assertThat(schema.propertyNames())
                .containsAll(YAML.readTree(text(CHART.resolve("values.yaml"))).propertyNames());
    }

    @Test
    void theBuilderGetsWhatTheImageIsMadeOf() {
        String ignored = text(DOCKER.resolve("Dockerfile.dockerignore"));
        Pattern.compile("(?m)^COPY ([^-].*) /build/$")
                .matcher(text(DOCKER.resolve("Dockerfile")))
                .results()
                .flatMap(found -> Pattern.compile(" ").splitAsStream(found.group(1)))
                .forEach(file -> assertThat(ignored).contains("!" + Objects.requireNonNull(file)));
    }
}
