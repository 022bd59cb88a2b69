package org.pmlguard.fhir;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Does things at the same time and waits for all of them; that each ends in time is their own business. */
final class Together {

    private Together() {}

    /** What came of each input, in their sequence. */
    static <T, R> Map<T, R> all(List<T> inputs, Function<T, R> work) {
        Map<T, R> results = new LinkedHashMap<>();
        if (inputs.size() < 2) {
            inputs.forEach(input -> results.put(input, work.apply(input)));
            return results;
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<T, CompletableFuture<R>> pending = new LinkedHashMap<>();
            inputs.forEach(
                    input -> pending.put(input, CompletableFuture.supplyAsync(() -> work.apply(input), threads)));
            pending.forEach((input, result) -> results.put(input, result.join()));
        }
        return results;
    }
}
