package org.pmlguard.terminology;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.pmlguard.clinical.Coding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a dictionary said, each code asked once. That it does not know a code is remembered as well; that it did not answer
 * is not, and after some failures in a row it is left alone for a while. A code is not stored with whom it was ordered for.
 */
final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final int MOST_AT_ONCE = 8;
    private static final Duration LONGEST_QUEUE = Duration.ofSeconds(2);

    private final Dictionary dictionary;
    private final AsyncCache<Coding, Meaning> said;
    private final CircuitBreaker breaker;
    private final Semaphore free = new Semaphore(MOST_AT_ONCE);

    Answers(Dictionary dictionary, TerminologyProperties.Cache cache, CircuitBreaker breaker, Ticker ticker) {
        this.dictionary = dictionary;
        this.breaker = breaker;
        breaker.getEventPublisher()
                .onStateTransition(change -> LOG.warn(
                        "Terminology service {}: {}",
                        dictionary.name(),
                        change.getStateTransition().getToState()));
        this.said = Caffeine.newBuilder()
                .maximumSize(cache.size())
                .expireAfter(Expiry.<Coding, Meaning>writing(
                        (code, meaning) -> meaning.isNone() ? cache.unknownFor() : cache.knownFor()))
                .ticker(ticker)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .buildAsync();
    }

    Dictionary dictionary() {
        return dictionary;
    }

    /**
     * What the code stands for. The question goes on when nobody waits for it any more, so that the next call finds the
     * answer. Cancelled if there is none.
     */
    CompletableFuture<Meaning> of(Coding coding) {
        return said.get(new Coding(coding.system(), coding.code(), ""), this::asked);
    }

    private CompletableFuture<Meaning> asked(Coding coding, Executor executor) {
        CompletableFuture<Meaning> answer = new CompletableFuture<>();
        executor.execute(() -> ask(coding, answer));
        return answer;
    }

    private void ask(Coding coding, CompletableFuture<Meaning> answer) {
        if (!mayAsk()) {
            answer.cancel(false);
            return;
        }
        try {
            answer.complete(breaker.executeSupplier(() -> dictionary.meaning(coding)));
        } catch (RuntimeException e) {
            LOG.debug("No answer from {}: {}", dictionary.name(), e.getMessage());
            answer.cancel(false);
        } finally {
            free.release();
        }
    }

    /** The service is asked a few things at once; what has queued for too long is given up. */
    private boolean mayAsk() {
        try {
            return free.tryAcquire(LONGEST_QUEUE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
