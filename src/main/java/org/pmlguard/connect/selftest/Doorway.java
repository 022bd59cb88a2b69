package org.pmlguard.connect.selftest;

import java.util.function.Supplier;
import org.pmlguard.connect.check.Check;
import org.pmlguard.connect.check.Result;
import org.springframework.util.function.SingletonSupplier;

/** Whether the server answers calls without a token. Where it does not, what needs an answered call is skipped. */
final class Doorway {

    private static final Result CLOSED = new Result.Skipped(
            "this server asks for a token; run the doctor without --url, which tries it on a server of its own");

    private final SingletonSupplier<Boolean> closed;

    Doorway(Target target, Samples samples) {
        this.closed = SingletonSupplier.of(
                () -> target.post(Samples.SIGN, samples.unwatched().toString()).status() == 401);
    }

    boolean isClosed() {
        return closed.obtain();
    }

    /** A check that needs an answered call. */
    Check check(String id, String requirement, String source, Supplier<Result> trial) {
        return new Check(id, requirement, source, () -> isClosed() ? CLOSED : trial.get());
    }
}
