package org.pmlguard.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Rounds of the same: the middle one speaks, since on a shared machine the mean belongs to the neighbours. */
record Series(List<Round> rounds) {

    Series {
        rounds = List.copyOf(rounds);
    }

    double median(ToDoubleFunction<Round> of) {
        double[] sorted = sorted(of);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    double lowest(ToDoubleFunction<Round> of) {
        return sorted(of)[0];
    }

    double highest(ToDoubleFunction<Round> of) {
        return sorted(of)[rounds.size() - 1];
    }

    private double[] sorted(ToDoubleFunction<Round> of) {
        return rounds.stream().mapToDouble(of).sorted().toArray();
    }
}
