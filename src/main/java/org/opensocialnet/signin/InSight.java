package org.opensocialnet.signin;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.opensocialnet.database.Sight;
import org.springframework.transaction.support.TransactionOperations;

/** One transaction with the eyes of the door, which alone sees passwords and their like. */
final class InSight {

    private InSight() {}

    static <T> T call(TransactionOperations transactions, Callable<T> work) {
        try {
            return Sight.job("sign-in").call(() -> Objects.requireNonNull(transactions.execute(_ -> called(work))));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T called(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
