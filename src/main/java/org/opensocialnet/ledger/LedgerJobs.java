package org.opensocialnet.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.opensocialnet.database.JobBook;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Command;
import org.opensocialnet.kernel.OperatorError;
import org.opensocialnet.kernel.Terminal;
import org.opensocialnet.ledger.Ledger.Months;
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

    /** {@code ./run rebuild-ledger}: proves the roll-ups equal to the book, and puts right what is not. */
    @Component
    @Command.Words(
            name = "rebuild-ledger",
            usage = "[--check]",
            purpose = "reckons the ledger's figures anew from its entries, while the server runs")
    static final class RebuildLedger implements Command {

        private final Rollups rollups;

        RebuildLedger(Rollups rollups) {
            this.rollups = rollups;
        }

        @Override
        public int run(List<String> arguments, Terminal terminal) {
            var check = arguments.equals(List.of("--check"));
            if (!check && !arguments.isEmpty()) {
                throw new OperatorError(2, "./run rebuild-ledger [--check]");
            }
            rollups.fold();
            var found = rollups.compare(!check);
            terminal.say("%,d entries in the book, %,d figures of days rolled up."
                    .formatted(found.entries(), found.places()));
            if (found.wrong() == 0) {
                terminal.say("All figures are equal to the book.");
                return 0;
            }
            if (check) {
                terminal.say("%,d figures are not. To put them right: ./run rebuild-ledger".formatted(found.wrong()));
                return 1;
            }
            var left = rollups.compare(false).wrong();
            terminal.say("%,d figures were not, and were put right; %,d are wrong now.".formatted(found.wrong(), left));
            return left == 0 ? 0 : 1;
        }
    }
}
