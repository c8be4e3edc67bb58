package org.opensocialnet.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The pages of the book, one for each month: opened ahead by a job, and for months back by whoever writes there first. That is
 * done in the writer's own transaction: a second connection for each of many writers could be more than there are.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Months {

    private final JdbcClient jdbc;
    private final Set<YearMonth> open = ConcurrentHashMap.newKeySet();

    Months(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void mustBeOpen(Collection<LocalDate> days) {
        var missing = new TreeSet<YearMonth>();
        for (var day : days) {
            var month = YearMonth.from(day);
            if (!open.contains(month)) {
                missing.add(month);
            }
        }
        for (var month : missing) {
            jdbc.sql("select ledger.open_month(:month)::text")
                    .param("month", month.atDay(1))
                    .query((_, _) -> true)
                    .list();
        }
        if (!missing.isEmpty()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    open.addAll(missing);
                }
            });
        }
    }
}
