package org.pmlguard.bench;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** The same measured several times: the middle one speaks, since on a shared machine the mean belongs to the neighbours. */
public final class Numbers {

    private final double[] sorted;

    private Numbers(double[] sorted) {
        this.sorted = sorted;
    }

    /** At least one. */
    public static Numbers of(DoubleStream numbers) {
        double[] all = numbers.toArray();
        Arrays.sort(all);
        return new Numbers(all);
    }

    double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public Row row(Run run, Row.What what, Measure measure) {
        return new Row(run, what, measure, median(), sorted[0], sorted[sorted.length - 1]);
    }
}
