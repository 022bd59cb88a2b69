package org.pmlguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every link of the documents within this repository leads somewhere. */
class LinksTest {

    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final List<String> PLACES = List.of("hooks", "docker", "fhir-profiles", "src/docs");

    private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+)$");
    private static final Pattern ELSEWHERE = Pattern.compile("^[a-z]+:.*");

    static Stream<Path> documents() throws IOException {
        return Stream.concat(
                below(ROOT, 1), PLACES.stream().flatMap(place -> below(ROOT.resolve(place), Integer.MAX_VALUE)));
    }

    private static Stream<Path> below(Path folder, int depth) {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsToAFileAndAHeadingThatExist(Path document) {
        assertThat(links(document).filter(link -> !leadsSomewhere(document, link)))
                .as("broken links in %s", ROOT.relativize(document))
                .isEmpty();
    }

    private static Stream<String> links(Path document) {
        return LINK.matcher(CODE.matcher(prose(document)).replaceAll("code"))
                .results()
                .map(found -> found.group(1))
                .filter(link -> !ELSEWHERE.matcher(link).matches());
    }

    private static String prose(Path document) {
        return FENCE.matcher(text(document)).replaceAll("");
    }

    private static boolean leadsSomewhere(Path document, String link) {
        int hash = link.indexOf('#');
        String path = hash < 0 ? link : link.substring(0, hash);
        Path target = path.isEmpty() ? document : document.resolveSibling(path).normalize();
        return target.startsWith(ROOT)
                && Files.exists(target)
                && (hash < 0 || anchors(target).contains(link.substring(hash + 1)));
    }

    /** As GitHub makes them; of two headings that are alike only the first is found. */
    private static Set<String> anchors(Path document) {
        return HEADING.matcher(prose(document)).results().map(LinksTest::anchor).collect(Collectors.toSet());
    }

    private static String anchor(MatchResult heading) {
        return heading.group(1)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
