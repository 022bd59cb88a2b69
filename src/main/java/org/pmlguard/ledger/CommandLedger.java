package org.pmlguard.ledger;

import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** The ledger as a command opens it: with the settings that the server reads, without the server. */
public final class CommandLedger implements AutoCloseable {

    private final ConfigurableApplicationContext settings;
    private final Database database;

    private CommandLedger(ConfigurableApplicationContext settings, Database database) {
        this.settings = settings;
        this.database = database;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(LedgerProperties.class)
    static class Settings {}

    /**
     * Opens it. Only what names a setting is one; nothing is logged, since an export may go where the log goes.
     *
     * @param arguments of the command line
     * @param further configurations with settings of other rooms
     */
    public static CommandLedger open(String[] arguments, Class<?>... further) {
        ConfigurableApplicationContext settings = new SpringApplicationBuilder(
                        Stream.concat(Stream.of(Settings.class), Arrays.stream(further))
                                .toArray(Class<?>[]::new))
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties("logging.level.root=OFF")
                .run(Arrays.stream(arguments).filter(CommandLedger::isSetting).toArray(String[]::new));
        try {
            return new CommandLedger(settings, Database.open(settings.getBean(LedgerProperties.class)));
        } catch (RuntimeException e) {
            settings.close();
            throw e;
        }
    }

    private static boolean isSetting(String argument) {
        return argument.startsWith("--pmlguard.") || argument.startsWith("--spring.");
    }

    public Database database() {
        return database;
    }

    /** Settings of a kind. */
    public <T> T settings(Class<T> kind) {
        return settings.getBean(kind);
    }

    /** What kept a command from its work, without what it failed on. */
    public static String failure(Exception e) {
        return "failed: " + Outage.kind(e) + "; an H2 file can be opened only while the server that uses it is stopped";
    }

    @Override
    public void close() {
        database.close();
        settings.close();
    }
}
