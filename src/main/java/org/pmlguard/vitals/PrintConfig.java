package org.pmlguard.vitals;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * {@code --print-config}: prints every setting as the server would take it, wherever it comes from, and starts nothing. What
 * may be a secret is shown as {@code ***}.
 */
public final class PrintConfig {

    public static final String NAME = "--print-config";

    private static final String HIDDEN = "***";
    private static final Pattern SECRET = Pattern.compile(
            "(password|secret|token|credential|jwks|headers|private-?key|api-?key)", Pattern.CASE_INSENSITIVE);
    /** Settings whose names only sound so. */
    private static final Pattern HARMLESS =
            Pattern.compile("(used-tokens|token-lifetime|jwks-file|include-headers|max-http-request-header-size)$");

    private static final Pattern IN_ADDRESS = Pattern.compile("(?i)(//)[^/@\\s]+@|([?&;](?:password|user)=)[^&;]*");
    private static final Pattern OURS = Pattern.compile("^(pmlguard|server|management|spring|logging)\\..*");

    private final PrintStream out;

    public PrintConfig(PrintStream out) {
        this.out = out;
    }

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}

    /** Prints, and gives the exit code. */
    public int run(String[] arguments) {
        String[] settings = Arrays.stream(arguments)
                .filter(argument -> !argument.equals(NAME))
                .toArray(String[]::new);
        try (ConfigurableApplicationContext nothing = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties("logging.level.root=OFF")
                .run(settings)) {
            effective(nothing.getEnvironment()).forEach((name, value) -> out.println(name + ": " + value));
        }
        return 0;
    }

    private static SortedMap<String, String> effective(ConfigurableEnvironment environment) {
        SortedMap<String, String> effective = new TreeMap<>();
        ConfigurationPropertySources.get(environment).forEach(source -> {
            if (source instanceof IterableConfigurationPropertySource names) {
                names.stream()
                        .map(ConfigurationPropertyName::toString)
                        .filter(name -> OURS.matcher(name).matches())
                        .forEach(name -> effective.computeIfAbsent(name, wanted -> shown(wanted, environment)));
            }
        });
        return withoutOurOwn(effective);
    }

    /** The level that keeps this command quiet is not the server's. */
    private static SortedMap<String, String> withoutOurOwn(SortedMap<String, String> effective) {
        effective.remove("logging.level.root", "OFF");
        return effective;
    }

    private static String shown(String name, ConfigurableEnvironment environment) {
        String value = environment.getProperty(name, "");
        boolean isSecret =
                SECRET.matcher(name).find() && !HARMLESS.matcher(name).find();
        return isSecret && !value.isEmpty() ? HIDDEN : withoutUser(value);
    }

    /** Addresses may carry a name and a password. */
    private static String withoutUser(String value) {
        return IN_ADDRESS
                .matcher(value)
                .replaceAll(found -> Stream.of(1, 2)
                                .map(found::group)
                                .filter(java.util.Objects::nonNull)
                                .findFirst()
                                .orElse("")
                        + HIDDEN
                        + (found.group(1) == null ? "" : "@"));
    }
}
