package org.opensocialnet.ledger;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import org.opensocialnet.database.JobBook;
import org.opensocialnet.database.Sight;
import org.opensocialnet.directory.DirectoryChanged;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes down what services say is free whenever it changes. The directory knows the last count alone; from here it can be
 * told how long a service was full.
 */
@Component
class CapacityWatch {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final AtomicBoolean changed = new AtomicBoolean(true);

    CapacityWatch(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void changed(DirectoryChanged event) {
        changed.set(true);
    }

    /** Compares what the directory says with what was written last; how many lines were new. */
    int look() {
        if (!changed.getAndSet(false)) {
            return 0;
        }
        var written = new int[1];
        Sight.job("ledger").run(() -> transactions.executeWithoutResult(_ -> written[0] = write()));
        return written[0];
    }

    private int write() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('ledger capacity', 0))::text")
                .query((_, _) -> true)
                .list();
        return jdbc.sql("""
                insert into ledger.capacity (
                    id, counter, service, organization, target_group, unit, available, maximum, at, invented)
                select uuidv7(), c.id, c.service_id, s.organization_id, coalesce(g.code, ''), coalesce(u.name, ''),
                       c.available, c.maximum,
                       case when c.updated > coalesce(l.at, '-infinity') then least(c.updated, :now) else :now end,
                       s.record_source = 'demo'
                from directory.public_service_capacity c
                join directory.public_service s on s.id = c.service_id
                left join directory.public_unit u on u.id = c.unit_id
                left join directory.public_taxonomy_term g on g.id = c.target_group_id
                left join lateral (
                    select available, maximum, at from ledger.capacity
                    where counter = c.id order by at desc, id desc limit 1
                ) l on true
                where s.gone_at is null
                  and (l.at is null or l.available <> c.available or l.maximum is distinct from c.maximum)
                """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** When a server looks: soon after a change on this node, and now and then for those of others. */
    @Component
    @ConditionalOnWebApplication
    static class CapacityJobs {

        private static final int OFTEN = 60;

        private final CapacityWatch watch;
        private final JobBook jobs;
        private int turns;

        CapacityJobs(CapacityWatch watch, JobBook jobs) {
            this.watch = watch;
            this.jobs = jobs;
        }

        @Scheduled(fixedDelayString = "${osn.ledger.capacity:10s}", initialDelayString = "${osn.ledger.capacity:10s}")
        void look() {
            if (++turns % OFTEN == 0) {
                watch.changed.set(true);
            }
            jobs.run("ledger.look", watch::look);
        }
    }
}
