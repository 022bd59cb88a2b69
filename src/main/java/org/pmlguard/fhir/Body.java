package org.pmlguard.fhir;

import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** The body of an answer whose head has arrived. If it breaks off or grows too long there is none, but still an answer. */
record Body(BodySubscriber<byte[]> bytes) implements BodySubscriber<Optional<byte[]>> {

    /** A body of which at most so many bytes are taken. */
    static Body upTo(long limit) {
        return new Body(BodySubscribers.limiting(BodySubscribers.ofByteArray(), limit));
    }

    @Override
    public CompletionStage<Optional<byte[]>> getBody() {
        return bytes.getBody().thenApply(Optional::of).exceptionally(failure -> Optional.empty());
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        bytes.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> part) {
        bytes.onNext(part);
    }

    @Override
    public void onError(Throwable failure) {
        bytes.onError(failure);
    }

    @Override
    public void onComplete() {
        bytes.onComplete();
    }
}
