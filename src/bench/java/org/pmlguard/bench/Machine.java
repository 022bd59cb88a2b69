package org.pmlguard.bench;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;

/** Where and when it was measured. */
record Machine(int cores, String system, String jdk, double loadBefore, LocalDate today) {

    static Machine here(LocalDate today) {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                System.getProperty("java.vendor") + " " + Runtime.version(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                today);
    }
}
