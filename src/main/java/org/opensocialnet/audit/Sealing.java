package org.opensocialnet.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Sight;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives lines their number and hash. Writers never wait for it; it takes the lines whose transactions are over for
 * certain: those below the oldest transaction that still runs. One node at a time.
 */
@Component
class Sealing {

    static final int AT_ONCE = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);
    private static final long LOCK = 0x6f736e7472616cL;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    /** The newest link, and whether its transaction is of another life of the database: copied from elsewhere. */
    record Head(LocalDate day, int number, UUID act, String xact, byte[] hash, boolean moved) {}

    /** A line that waits, with the number of its transaction. */
    private record Waiting(TrailLine line, String xact) {}

    Sealing(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
    }

    /** Seals all that can be sealed now; says how many lines. None where another node is at it. */
    int seal() {
        int all = 0;
        int some;
        do {
            some = sealSome();
            all += Math.max(0, some);
        } while (some == AT_ONCE);
        return all;
    }

    private int sealSome() {
        return Sight.job("sealing").call(() -> transaction.execute(_ -> locked() ? sealed() : -1));
    }

    private boolean locked() {
        return jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single();
    }

    private int sealed() {
        var head = head(jdbc);
        var today = LocalDate.ofInstant(clock.instant(), Chain.CITY);
        if (head != null && head.day().isBefore(today)) {
            close(head);
        }
        var waiting = waiting(head);
        if (waiting.isEmpty()) {
            return 0;
        }
        if (head == null) {
            append(waiting, today, 0, Chain.BEGINNING);
        } else if (head.day().isBefore(today)) {
            append(waiting, today, 0, head.hash());
        } else {
            // The same day; a clock put back never takes the chain back.
            append(waiting, head.day(), head.number(), head.hash());
        }
        return waiting.size();
    }

    static @Nullable Head head(JdbcClient jdbc) {
        return jdbc.sql("""
                select day, number, act, xact::text as xact, hash,
                       xact >= pg_snapshot_xmax(pg_current_snapshot()) as moved
                from audit.link
                order by day desc, number desc
                limit 1
                """)
                .query((row, _) -> new Head(
                        row.getObject("day", LocalDate.class),
                        row.getInt("number"),
                        row.getObject("act", UUID.class),
                        row.getString("xact"),
                        row.getBytes("hash"),
                        row.getBoolean("moved")))
                .optional()
                .orElse(null);
    }

    /**
     * The next lines, in the order of their transactions. One statement, so that its snapshot and its rows are of the
     * same moment. In a database copied into another cluster the counting of transactions began anew: then every line
     * without a link is looked for, those of the old life first.
     */
    private List<Waiting> waiting(@Nullable Head head) {
        var moved = head != null && head.moved();
        var which = moved ? """
                not (a.xact >= pg_snapshot_xmin(pg_current_snapshot()) and a.xact < pg_snapshot_xmax(pg_current_snapshot()))
                """ : """
                (a.xact, a.id) > (cast(:xact as xid8), cast(:act as uuid))
                and a.xact < pg_snapshot_xmin(pg_current_snapshot())
                """;
        var order = moved ? "a.xact >= pg_snapshot_xmax(pg_current_snapshot()) desc, a.xact, a.id" : "a.xact, a.id";
        var question = jdbc.sql("select " + TrailLine.COLUMNS + ", a.xact::text as xact from audit.act a where " + which
                + " and not exists (select from audit.link l where l.act = a.id) order by " + order + " limit "
                + AT_ONCE);
        if (!moved) {
            question = question.param("xact", head == null ? "0" : head.xact())
                    .param("act", head == null ? new UUID(0, 0) : head.act());
        }
        return question.query((row, _) -> new Waiting(TrailLine.of(row), row.getString("xact")))
                .list();
    }

    private void append(List<Waiting> waiting, LocalDate day, int lastNumber, byte[] lastHash) {
        var size = waiting.size();
        var acts = new String[size];
        var families = new String[size];
        var xacts = new String[size];
        var contents = new byte[size][];
        var hashes = new byte[size][];
        var before = lastHash;
        for (int i = 0; i < size; i++) {
            var line = waiting.get(i).line();
            acts[i] = line.id().toString();
            families[i] = Family.of(line.what()).code();
            xacts[i] = waiting.get(i).xact();
            contents[i] = Chain.content(line);
            hashes[i] = Chain.link(day, lastNumber + i + 1, families[i], line.id(), contents[i], before);
            before = hashes[i];
        }
        jdbc.sql("""
                insert into audit.link (day, number, act, family, xact, content, hash)
                select cast(:day as date), :last + place, cast(act as uuid), family, cast(xact as xid8), content, hash
                from unnest(cast(:acts as text[]), cast(:families as text[]), cast(:xacts as text[]),
                            cast(:contents as bytea[]), cast(:hashes as bytea[]))
                     with ordinality as waiting (act, family, xact, content, hash, place)
                """)
                .param("day", day)
                .param("last", lastNumber)
                .param("acts", acts)
                .param("families", families)
                .param("xacts", xacts)
                .param("contents", contents)
                .param("hashes", hashes)
                .update();
    }

    /** What began before it is the closing hash of the day before. */
    private void close(Head head) {
        var closed = jdbc.sql("""
                insert into audit.day (day, lines, before, closing, closed_at)
                select :day, :lines,
                       coalesce((select closing from audit.day where day < :day order by day desc limit 1), :beginning),
                       :closing, :now
                on conflict (day) do nothing
                """)
                .param("day", head.day())
                .param("lines", head.number())
                .param("beginning", Chain.BEGINNING)
                .param("closing", head.hash())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (closed == 1) {
            LOG.atInfo()
                    .addKeyValue("day", head.day())
                    .addKeyValue("lines", head.number())
                    .addKeyValue("hash", Chain.hex(head.hash()))
                    .log("a day of the trail is closed; keep its hash elsewhere");
            events.publishEvent(new TrailDayClosed(head.day(), head.number(), Chain.hex(head.hash())));
        }
    }
}
