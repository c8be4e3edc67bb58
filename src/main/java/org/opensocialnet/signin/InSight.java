package org.opensocialnet.signin;

import java.util.Objects;
import java.util.function.Supplier;
import org.opensocialnet.database.Sight;
import org.springframework.transaction.support.TransactionOperations;

/** One transaction with the eyes of the door, which alone sees passwords and their like. */
final class InSight {

    private InSight() {}

    static <T> T call(TransactionOperations transactions, Supplier<T> work) {
        return Sight.job("sign-in").call(() -> Objects.requireNonNull(transactions.execute(_ -> work.get())));
    }
}
