package org.opensocialnet.ledger;

import java.util.Objects;
import org.opensocialnet.database.Sight;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the roll-ups: folds what writers left, and reckons all anew from the book. */
@Component
class Rollups {

    private static final int TRIES = 10;

    private final JdbcClient jdbc;
    private final TransactionTemplate usual;
    private final TransactionTemplate oneMoment;

    Rollups(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.usual = new TransactionTemplate(transactions);
        this.oneMoment = new TransactionTemplate(transactions);
        this.oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** How many lines the book has, in how many places of the roll-ups they stand, and how many of these said otherwise. */
    record Proof(long entries, long places, long wrong) {}

    /** Folds what waits; how much it was. */
    long fold() {
        return Sight.job("ledger")
                .call(() -> Objects.requireNonNull(usual.execute(
                        _ -> jdbc.sql("select ledger.fold()").query(Long.class).single())));
    }

    /** Forgets the places in which nothing stands any more. */
    void forgetEmpty() {
        Sight.job("ledger")
                .run(() -> usual.executeWithoutResult(_ -> {
                    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('ledger fold', 0))::text")
                            .query((_, _) -> true)
                            .list();
                    jdbc.sql("""
                    delete from ledger.cell_month
                    where cell not in (select cell from ledger.cell_month where entries > 0 or 0 < any (entries_by))
                    """).update();
                    jdbc.sql("""
                    delete from ledger.cell c
                    where not exists (select from ledger.cell_month m where m.cell = c.id)
                    """).update();
                }));
    }

    /** Reckons anew and compares; a fold that came between is no fault, it is done again. */
    Proof compare(boolean repair) {
        for (int tries = 1; ; tries++) {
            try {
                return Sight.job("ledger")
                        .call(() -> Objects.requireNonNull(oneMoment.execute(
                                _ -> jdbc.sql("select entries, places, wrong from ledger.rebuild(:repair)")
                                        .param("repair", repair)
                                        .query((row, _) -> new Proof(
                                                row.getLong("entries"), row.getLong("places"), row.getLong("wrong")))
                                        .single())));
            } catch (ConcurrencyFailureException e) {
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }
}
