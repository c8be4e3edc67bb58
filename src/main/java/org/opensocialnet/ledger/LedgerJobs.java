package org.opensocialnet.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.opensocialnet.database.JobBook;
import org.opensocialnet.database.Sight;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What a server does for the ledger: folds roll-ups every few seconds, and opens the pages of the coming months. */
@Component
@ConditionalOnWebApplication
class LedgerJobs {

    private static final int MONTHS_AHEAD = 2;

    private final Rollups rollups;
    private final Months months;
    private final TransactionOperations transactions;
    private final JobBook jobs;
    private final Clock clock;

    LedgerJobs(Rollups rollups, Months months, TransactionOperations transactions, JobBook jobs, Clock clock) {
        this.transactions = transactions;
        this.rollups = rollups;
        this.months = months;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${osn.ledger.fold:3s}", initialDelayString = "${osn.ledger.fold:3s}")
    void fold() {
        jobs.run("ledger.fold", rollups::fold);
    }

    @Scheduled(fixedDelayString = "12h", initialDelayString = "20s")
    void ahead() {
        jobs.run("ledger.ahead", () -> {
            var today = LocalDate.now(clock);
            Sight.job("ledger")
                    .run(() -> transactions.executeWithoutResult(_ ->
                            months.mustBeOpen(List.of(today, today.plusMonths(1), today.plusMonths(MONTHS_AHEAD)))));
            return true;
        });
    }
}
