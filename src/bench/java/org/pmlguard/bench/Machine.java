package org.pmlguard.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

/** Where and when it was measured. */
public record Machine(int cores, String processor, String system, String jdk, double loadBefore, LocalDate today) {

    public static Machine here(LocalDate today) {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                nameOfProcessor(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                System.getProperty("java.vendor") + " " + Runtime.version(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                today);
    }

    private static String nameOfProcessor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("processor not told");
        } catch (IOException e) {
            return "processor not told";
        }
    }

    /** In one line of the table. */
    String told() {
        return String.format(
                Locale.ROOT,
                "%d cores (%s); %s; %s; load average %.1f before",
                cores,
                processor,
                system,
                jdk,
                loadBefore);
    }
}
