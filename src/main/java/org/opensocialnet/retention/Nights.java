package org.opensocialnet.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.opensocialnet.database.JobBook;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.retention.Keeping.Sum;
import org.opensocialnet.retention.Keeping.Unit;
import org.opensocialnet.settings.Settings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Forgets each night whatever its time is over, and writes down how much that was; rehearses it whenever somebody asks. */
@Component
class Nights {

    private static final ZoneId CITY = ZoneId.of("Europe/Athens");

    private final ObjectProvider<Keeping> keepings;
    private final Settings settings;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final JobBook jobs;
    private final Clock clock;

    Nights(
            ObjectProvider<Keeping> keepings,
            Settings settings,
            JdbcClient jdbc,
            TransactionOperations transactions,
            JobBook jobs,
            Clock clock) {
        this.keepings = keepings;
        this.settings = settings;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** What went on one night, of one type. */
    record Gone(Instant at, String code, int rows) {}

    List<Keeping> all() {
        return keepings.orderedStream()
                .sorted(Comparator.comparing(Keeping::code))
                .toList();
    }

    int time(Keeping keeping) {
        return settings.value(keeping.time());
    }

    /** How many would go tonight; nothing is changed. */
    int due(Keeping keeping) {
        return rows(keeping.due(before(keeping)));
    }

    private static int rows(List<Sum> sums) {
        return sums.stream().mapToInt(Sum::rows).sum();
    }

    private Instant before(Keeping keeping) {
        var now = clock.instant().atZone(CITY);
        return (keeping.unit() == Unit.YEARS ? now.minusYears(time(keeping)) : now.minusDays(time(keeping)))
                .toInstant();
    }

    @Scheduled(cron = "${osn.people.forget:0 40 3 * * *}", zone = "Europe/Athens")
    void atNight() {
        jobs.run("retention.at-night", () -> {
            forget();
            return null;
        });
    }

    /** One type after the other: where one cannot go, the others do, and the night is told of as failed. */
    void forget() {
        var failures = new ArrayList<RuntimeException>();
        Sight.job("retention")
                .run(() -> all().forEach(keeping -> {
                    try {
                        forget(keeping);
                    } catch (RuntimeException failed) {
                        failures.add(failed);
                    }
                }));
        if (!failures.isEmpty()) {
            throw new IllegalStateException(
                    "%d types of records could not be forgotten".formatted(failures.size()), failures.getFirst());
        }
    }

    private void forget(Keeping keeping) {
        var before = before(keeping);
        var forgotten = keeping.forget(before);
        transactions.executeWithoutResult(_ -> forgotten.gone().forEach(sum -> note(keeping.code(), sum)));
        if (forgotten.left() > 0) {
            throw new IllegalStateException("%d of %s are left".formatted(forgotten.left(), keeping.code()));
        }
    }

    private void note(String code, Sum sum) {
        if (sum.rows() > 0) {
            jdbc.sql("""
                    insert into retention.forgotten (id, code, organization, rows, at)
                    values (:id, :code, :organization, :rows, :now)
                    """)
                    .param("id", Uuid7.next())
                    .param("code", code)
                    .param("organization", sum.organization())
                    .param("rows", sum.rows())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /** What went lately, as the sight that holds may see it: one's own, or the whole network's. */
    List<Gone> gone(int atMost) {
        return Objects.requireNonNull(transactions.execute(_ -> jdbc.sql("""
                select min(at) as at, code, sum(rows)::int as rows
                from retention.forgotten
                group by (at at time zone 'Europe/Athens')::date, code
                order by 1 desc, 2
                limit :most
                """)
                .param("most", atMost)
                .query((row, _) -> new Gone(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("code"),
                        row.getInt("rows")))
                .list()));
    }
}
