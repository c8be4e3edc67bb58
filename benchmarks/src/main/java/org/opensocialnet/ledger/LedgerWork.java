package org.opensocialnet.ledger;

import org.opensocialnet.ledger.Ledger.Months;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.opensocialnet.database.Sight;
import org.opensocialnet.database.Sight.Reach;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.ledger.Asked.Axis;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What the benchmark does with the ledger. Sixty organisations, each with eight cells of needs and of deliveries. */
public final class LedgerWork {

    private static final int ORGANIZATIONS = 60;
    private static final int CELLS = 8;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Ledger ledger;
    private final LedgerFigures figures;
    private final Rollups rollups;
    private final Months months;
    private final List<String> types;
    private final List<String> groups;
    private final List<String> zones;
    private final Random random = new Random(4);

    public LedgerWork(ConfigurableApplicationContext program) {
        jdbc = program.getBean(JdbcClient.class);
        transactions = program.getBean(TransactionOperations.class);
        ledger = program.getBean(Ledger.class);
        figures = program.getBean(LedgerFigures.class);
        rollups = program.getBean(Rollups.class);
        months = program.getBean(Months.class);
        types = words("osn-service").subList(0, 60);
        groups = words("osn-target-group").subList(0, 12);
        zones = program.getBean(org.opensocialnet.places.Places.class).communities().stream()
                .map(org.opensocialnet.places.Place::code)
                .toList();
    }

    private List<String> words(String vocabulary) {
        return jdbc.sql("""
                select t.code from directory.public_taxonomy_term t
                join directory.public_taxonomy x on x.id = t.taxonomy_id where x.code = ? order by t.code
                """).param(vocabulary).query(String.class).list();
    }

    /** How many entries were written, in how many seconds. */
    public record Filled(long entries, double seconds) {}

    /** Months before the last one, each with so many entries: 45 % needs, 45 % deliveries, 10 % follow-ups; two write at once. */
    public Filled fill(LocalDate today, int from, int to, long aMonth) throws Exception {
        long before = System.nanoTime();
        long had = inTheBook();
        var wanted = IntStream.range(from, to)
                .mapToObj(back -> today.withDayOfMonth(1).minusMonths(back))
                .toList();
        job(() -> months.mustBeOpen(wanted));
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var done : threads.invokeAll(wanted.stream().map(month -> month(month, aMonth)).toList())) {
                done.get();
            }
        }
        double seconds = (System.nanoTime() - before) / 1e9;
        return new Filled(inTheBook() - had, seconds);
    }

    /** Seconds to fold what waits. */
    public double fold() {
        long before = System.nanoTime();
        rollups.fold();
        return (System.nanoTime() - before) / 1e9;
    }

    /** Whether what is written is not rolled up: for years that are brought in at once and reckoned afterwards. */
    public void keepNoDeltas(boolean none) {
        for (var book : List.of("need", "delivery", "follow_up")) {
            job(() -> jdbc.sql("alter table ledger.%s %s trigger adds".formatted(book, none ? "disable" : "enable"))
                    .update());
        }
    }

    private Callable<Void> month(LocalDate month, long rows) {
        return () -> {
            job(() -> needs(month, rows * 45 / 100));
            job(() -> deliveries(month, rows * 45 / 100));
            job(() -> followUps(month));
            return null;
        };
    }

    /** As a server that has run for a while leaves it: what is long since written lies in its place, and is known. */
    public void settle() {
        Sight.job("bench").run(() -> List.of("vacuum analyze ledger.cell_month", "vacuum analyze ledger.delta", "analyze ledger.cell")
                .forEach(sql -> jdbc.sql(sql).update()));
    }

    private long inTheBook() {
        return Sight.job("bench").call(() -> transactions.execute(_ -> jdbc.sql("""
                select (select count(*) from ledger.need) + (select count(*) from ledger.delivery)
                     + (select count(*) from ledger.follow_up)
                """).query(Long.class).single()));
    }

    private static final String CELL = """
            with mixed as (
                select i, hashint8(i * 7 + :salt) & 2147483647 as h from generate_series(1, :rows) i
            ), placed as (
                select h, (h %% %1$d) as o, (h / 64 %% %2$d) as k, (h / 1024 %% 28) as d, (h / 32768 %% 6) as s from mixed
            )
            """.formatted(ORGANIZATIONS, CELLS);
    private static final String PLACE = """
            (cast(:types as text[]))[1 + (o * 8 + k) % 60], (cast(:groups as text[]))[1 + (o * 3 + k) % 12],
            (cast(:zones as text[]))[1 + (o + k) % :zoned], ('00000000-0000-7000-8000-' || lpad(o::text, 12, '0'))::uuid
            """;

    private void needs(LocalDate month, long rows) {
        filled(CELL + """
                insert into ledger.need (id, day, kind, service_type, target_group, zone, organization, people, quantity, unit,
                                         source, reason)
                select uuidv7(), cast(:month as date) + d, 'anonymous.headcount',
                """ + PLACE + """
                , 1 + h % 3, 0, '', (array['asked', 'referred'])[1 + s % 2], (array['full', 'closed', 'not-eligible'])[1 + s / 2]
                from placed
                """, month, rows);
    }

    private void deliveries(LocalDate month, long rows) {
        filled(CELL + """
                insert into ledger.delivery (id, day, kind, service_type, target_group, zone, organization, people, quantity,
                                             unit, source)
                select uuidv7(), cast(:month as date) + d, 'anonymous.headcount',
                """ + PLACE + """
                , 1 + h % 3, 1 + h % 3, 'meal', (array['records', 'headcount'])[1 + s % 2]
                from placed
                """, month, rows);
    }

    private void followUps(LocalDate month) {
        jdbc.sql("""
                insert into ledger.follow_up (id, day, need, need_day, state, service_type, target_group, zone, organization,
                                              people, quantity, unit, source, reason)
                select uuidv7(), day, id, day, 'met', service_type, target_group, zone, organization, people, quantity, unit,
                       source, reason
                from ledger.need
                where day >= :month and day < cast(:month as date) + interval '1 month'
                  and hashtext(id::text) & 127 < 28
                """).param("month", month).update();
    }

    private void filled(String sql, LocalDate month, long rows) {
        jdbc.sql(sql)
                .param("salt", month.toEpochDay() * 1_000_003L)
                .param("rows", rows)
                .param("month", month)
                .param("types", types.toArray(String[]::new))
                .param("groups", groups.toArray(String[]::new))
                .param("zones", zones.toArray(String[]::new))
                .param("zoned", zones.size())
                .update();
    }

    private void job(Runnable work) {
        Sight.job("bench").run(() -> transactions.executeWithoutResult(_ -> work.run()));
    }

    /** What a page of coverage asks of some days, cell by cell: what was written in them and what stands at their end; milliseconds. */
    public double cells(LocalDate to, int days) {
        return timed(() -> figures.standing(List.of(to.minusDays(days), to)));
    }

    /** The sums of some days by kind of service and group; milliseconds. */
    public double sums(LocalDate to, int days) {
        return timed(() -> figures.lines(Asked.between(to.minusDays(days - 1), to, Axis.SERVICE_TYPE, Axis.GROUP)));
    }

    private static double timed(Runnable reading) {
        long before = System.nanoTime();
        new Sight(Uuid7.next(), null, "coordinator", Reach.NETWORK, "desk", "here").run(reading);
        return (System.nanoTime() - before) / 1e6;
    }

    /** Entries a second of so many who write at once, one entry in each transaction, while roll-ups are folded. */
    public double write(LocalDate today, int writers, int seconds) throws Exception {
        try (var folding = Executors.newSingleThreadScheduledExecutor()) {
            folding.scheduleWithFixedDelay(rollups::fold, 1, 1, TimeUnit.SECONDS);
            double rate = together(writers, seconds, organization -> ledger.write(need(today, organization)));
            folding.shutdown();
            return rate;
        }
    }

    private Need need(LocalDate today, UUID organization) {
        return new Need(
                HeadcountDeliveries.KIND,
                today,
                new About(types.getFirst(), groups.getFirst(), zones.getFirst(), organization, null),
                Amount.people(1),
                Source.ASKED,
                Reason.FULL);
    }

    /** The same without a ledger: a row of the same columns into one table with its key. */
    public double bare(int writers, int seconds) throws Exception {
        job(() -> jdbc.sql("create table if not exists ledger.bare (like ledger.need, primary key (id))").update());
        double rate = together(writers, seconds, organization -> jdbc.sql("""
                        insert into ledger.bare (id, day, kind, service_type, target_group, zone, organization, people,
                                                 quantity, unit, source, reason)
                        values (:id, :day, :kind, :type, :group, :zone, :organization, 1, 0, '', 'asked', 'full')
                        """)
                .param("id", Uuid7.next())
                .param("day", LocalDate.of(2026, 10, 31))
                .param("kind", HeadcountDeliveries.KIND)
                .param("type", types.getFirst())
                .param("group", groups.getFirst())
                .param("zone", zones.getFirst())
                .param("organization", organization)
                .update());
        job(() -> jdbc.sql("drop table ledger.bare").update());
        return rate;
    }

    private double together(int writers, int seconds, java.util.function.Consumer<UUID> one) throws Exception {
        var written = new LongAdder();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        var organization = new UUID(0x7000, 1L << 63);
        var sight = new Sight(Uuid7.next(), organization, "caseworker", Reach.ORGANIZATION, "desk", "here");
        try (var threads = Executors.newFixedThreadPool(writers)) {
            for (int i = 0; i < writers; i++) {
                threads.submit(() -> sight.run(() -> {
                    while (System.nanoTime() < end) {
                        transactions.executeWithoutResult(_ -> one.accept(organization));
                        written.increment();
                    }
                }));
            }
        }
        return written.sum() / (double) seconds;
    }

    /** Seconds of an import by the room's own door, with its fold. */
    public double bring(LocalDate today, int entries) {
        var organization = new UUID(0x7000, 1L << 63);
        long before = System.nanoTime();
        var all = new ArrayList<Delivery>();
        for (int i = 0; i < entries; i++) {
            all.add(new Delivery(
                    HeadcountDeliveries.KIND,
                    today.minusDays(random.nextInt(730)),
                    new About(
                            types.get(random.nextInt(types.size())),
                            groups.get(random.nextInt(groups.size())),
                            zones.get(random.nextInt(zones.size())),
                            organization,
                            null),
                    Amount.people(1 + random.nextInt(5)),
                    Source.RECORDS));
        }
        job(() -> ledger.deliveries(all));
        rollups.fold();
        return (System.nanoTime() - before) / 1e9;
    }

    /** Seconds to reckon everything anew where nothing is left. */
    public double rebuild() {
        job(() -> jdbc.sql("truncate ledger.cell_month").update());
        long before = System.nanoTime();
        rollups.compare(true);
        return (System.nanoTime() - before) / 1e9;
    }

    public long wrong() {
        return rollups.compare(false).wrong();
    }
}
