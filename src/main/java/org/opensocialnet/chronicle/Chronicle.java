package org.opensocialnet.chronicle;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.opensocialnet.budget.BudgetDesk;
import org.opensocialnet.database.Sight;
import org.opensocialnet.evidence.Evidence;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.ledger.EntryKind;
import org.opensocialnet.ledger.Transcripts;
import org.opensocialnet.people.People;
import org.opensocialnet.pledges.Pledges;
import org.opensocialnet.support.RequestActs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Tells the demo city's days up to yesterday, a month at a time, and goes on where it ended; takes them out again. */
@Component
public class Chronicle {

    private static final Logger LOG = LoggerFactory.getLogger(Chronicle.class);

    private final Doors doors;
    private final Transcripts transcripts;
    private final People people;
    private final Reckoned reckoned;
    private final BudgetDesk money;
    private final Evidence evidence;
    private final RequestActs requests;
    private final Pledges pledges;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    Chronicle(
            Doors doors,
            Transcripts transcripts,
            People people,
            Reckoned reckoned,
            BudgetDesk money,
            Evidence evidence,
            RequestActs requests,
            Pledges pledges,
            JdbcClient jdbc,
            TransactionOperations transactions,
            Clock clock) {
        this.doors = doors;
        this.transcripts = transcripts;
        this.people = people;
        this.reckoned = reckoned;
        this.money = money;
        this.evidence = evidence;
        this.requests = requests;
        this.pledges = pledges;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A story that was begun. */
    private record Begun(UUID batch, LocalDate began, LocalDate anchor, LocalDate told, int edition) {}

    /** So many days up to yesterday, or those since it was told last; how many entries it wrote. */
    public long tell(int days) {
        return tell(days, () -> false);
    }

    /** A month at a time; between two it may be told to stop, and goes on another time. */
    long tell(int days, BooleanSupplier stops) {
        return Sight.job("demo").call(() -> {
            var city = doors.all();
            if (city.isEmpty()) {
                return 0L;
            }
            if (begun().filter(told -> told.edition() != Story.EDITION).isPresent()) {
                forget();
            }
            long entries = 0;
            var yesterday = LocalDate.now(clock).minusDays(1);
            long before = System.nanoTime();
            var begins = begin(days);
            var named = Objects.requireNonNull(transactions.execute(_ -> named(city)));
            for (var begun = begins; begun.told().isBefore(yesterday) && !stops.getAsBoolean(); ) {
                var until = YearMonth.from(begun.told().plusDays(1)).atEndOfMonth();
                entries += month(city, named, begun, until.isAfter(yesterday) ? yesterday : until);
                begun = begun().orElseThrow();
                LOG.atInfo()
                        .addKeyValue("until", begun.told())
                        .addKeyValue("entries", entries)
                        .log("The invented city's ledger is being told");
            }
            if (entries > 0) {
                transcripts.fold();
                lookAnew();
                LOG.atInfo()
                        .addKeyValue("entries", entries)
                        .addKeyValue("seconds", (System.nanoTime() - before) / 1_000_000_000)
                        .log("The invented city's ledger is told up to yesterday");
            }
            return entries;
        });
    }

    /** Whoever looked at these days before they were told looks again. */
    private void lookAnew() {
        var today = LocalDate.now(clock);
        evidence.recount(today);
        evidence.recount(today.minusDays(Evidence.DAYS));
    }

    private Begun begin(int days) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            alone();
            var today = LocalDate.now(clock);
            present(jdbc);
            int begins = jdbc.sql("""
                    insert into chronicle.story (batch, began, anchor, told, edition)
                    values (:batch, :began, :anchor, :told, :edition)
                    on conflict (only_one) do nothing
                    """)
                    .param("batch", Uuid7.next())
                    .param("began", today.minusDays(days))
                    .param("anchor", today)
                    .param("told", today.minusDays(days + 1L))
                    .param("edition", Story.EDITION)
                    .update();
            if (begins > 0) {
                jdbc.sql("update chronicle.story set estimates = :estimates")
                        .param("estimates", reckoned.bring(today.minusDays(days)))
                        .update();
            }
            return begun().orElseThrow();
        }));
    }

    /** Of several nodes that start at once, one tells. */
    private void alone() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('chronicle.story'))::text")
                .query(String.class)
                .single();
    }

    static void present(JdbcClient jdbc) {
        jdbc.sql("insert into chronicle.presence default values on conflict do nothing")
                .update();
    }

    private Optional<Begun> begun() {
        return jdbc.sql("select batch, began, anchor, told, edition from chronicle.story")
                .query((row, _) -> new Begun(
                        row.getObject("batch", UUID.class),
                        row.getObject("began", LocalDate.class),
                        row.getObject("anchor", LocalDate.class),
                        row.getObject("told", LocalDate.class),
                        row.getInt("edition")))
                .optional();
    }

    private int month(List<Door> city, Map<String, List<UUID>> named, Begun known, LocalDate until) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            alone();
            var begun = begun().orElseThrow();
            if (!begun.told().equals(known.told())) {
                return 0; // another node told it
            }
            var story = new Story(city, begun.began(), begun.anchor(), begun.batch(), named);
            var page = new Transcripts.Page();
            var first = begun.told().plusDays(1);
            first.datesUntil(until.plusDays(1)).forEach(day -> story.tell(day, page));
            transcripts.copy(page);
            transcripts.counted(new FreePlaces(city, new Lot(Story.SEED), story.facts()).between(first, until));
            jdbc.sql("update chronicle.story set told = :told")
                    .param("told", until)
                    .update();
            return page.entries();
        }));
    }

    /** The people whom the demo city invented with a name. */
    private Map<String, List<UUID>> named(List<Door> city) {
        var named = new HashMap<String, List<UUID>>();
        for (var door : city) {
            if (!named.containsKey(door.body())) {
                named.put(
                        door.body(),
                        people.invented(door.organization()).stream()
                                .map(transcripts::pseudonym)
                                .toList());
            }
        }
        return named;
    }

    /** Whether anything of the city was written here. */
    boolean isThere() {
        return jdbc.sql("select exists (select from chronicle.presence)")
                .query(Boolean.class)
                .single();
    }

    /** Takes it out for good: the ledger's entries, what was told of them, and the money. */
    public void takeOut() {
        Sight.job("demo").run(() -> {
            transactions.executeWithoutResult(_ -> {
                money.takeOutInvented();
                pledges.removeInvented();
                requests.removeInvented();
                jdbc.sql("delete from chronicle.presence").update();
            });
            forget();
        });
    }

    private void forget() {
        Sight.job("demo").run(() -> {
            transactions.executeWithoutResult(_ -> {
                alone();
                transcripts.forgetInvented(doors.bodies());
                begun().ifPresent(begun -> evidence.forgetInvented(begun.began()));
                jdbc.sql("select estimates from chronicle.story where estimates is not null")
                        .query(UUID.class)
                        .optional()
                        .ifPresent(reckoned::takeBack);
                jdbc.sql("delete from chronicle.story").update();
            });
            transcripts.reckonAnew();
            LOG.info("The invented city was taken out of the ledger");
        });
    }

    @Bean
    static EntryKind inventedKind() {
        return new EntryKind(Story.KIND, Map.of());
    }
}
