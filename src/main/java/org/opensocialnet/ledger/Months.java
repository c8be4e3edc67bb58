package org.opensocialnet.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The pages of the book, one for each month: opened ahead by a job, and for months back when somebody writes there. */
@Component
class Months {

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;
    private final Set<YearMonth> open = ConcurrentHashMap.newKeySet();

    Months(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** In a transaction of its own: a long import keeps nobody else from opening a month, and need not be kept itself. */
    void mustBeOpen(Collection<LocalDate> days) {
        var missing = new TreeSet<YearMonth>();
        for (var day : days) {
            var month = YearMonth.from(day);
            if (!open.contains(month)) {
                missing.add(month);
            }
        }
        for (var month : missing) {
            apart.executeWithoutResult(_ -> jdbc.sql("select ledger.open_month(:month)::text")
                    .param("month", month.atDay(1))
                    .query((_, _) -> true)
                    .list());
            open.add(month);
        }
    }
}
