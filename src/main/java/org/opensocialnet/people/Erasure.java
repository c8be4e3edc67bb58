package org.opensocialnet.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.OperatorError;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.vault.VaultFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Erases a person in all rooms at once. Her number alone is kept, in the database and in a list beside it, so that an
 * older backup brings her back for no longer than the next start.
 */
@Component
@Order(1)
public class Erasure implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Erasure.class);

    private final ObjectProvider<PersonRecords> rooms;
    private final Listed list;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Trail trail;
    private final Clock clock;

    Erasure(
            ObjectProvider<PersonRecords> rooms,
            VaultFolder folder,
            JdbcClient jdbc,
            TransactionOperations transactions,
            Trail trail,
            Clock clock) {
        this.rooms = rooms;
        this.list = new Listed(folder);
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Only for the organisation whose record it is; the others that stand for her stay tied to each other; {@code why} is the code
     * of the ground, such as "erasure.asked".
     */
    @Transactional
    public void erase(PersonId id, String why) {
        var sight = Objects.requireNonNull(Sight.current());
        var organization = jdbc.sql("select organization from people.person where id = :id for update")
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .filter(whose -> sight.reach() == Sight.Reach.SYSTEM || whose.equals(sight.organization()))
                .orElseThrow(() -> Refusal.notFound("people.unknown"));
        rooms.forEach(room -> room.erase(id));
        jdbc.sql("""
                insert into people.pair (one, other, organization, state, found_at, decided_at)
                select min(o.id::text)::uuid, p.id, p.organization, 'joined', :now, :now
                from people.person p
                join people.person o on o.self = p.self and o.id <> :id and o.id < p.id
                where p.id <> :id and p.self = (select self from people.person where id = :id)
                group by p.id, p.organization
                on conflict (one, other) do update set state = 'joined', decided_at = excluded.decided_at
                """)
                .param("id", id.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                update people.person p
                set self = (select min(o.id::text)::uuid from people.person o where o.self = :id and o.id <> :id)
                where p.self = :id and p.id <> :id
                """).param("id", id.value()).update();
        jdbc.sql("delete from people.person where id = :id")
                .param("id", id.value())
                .update();
        jdbc.sql("""
                insert into people.erased (person, organization, at) values (:id, :organization, :now)
                on conflict (person) do nothing
                """)
                .param("id", id.value())
                .param("organization", organization)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        trail.note(Act.on("people.person.erased", "person", id.value())
                .of(organization)
                .because(why));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                list.add(List.of(id.value()));
            }
        });
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!list.isThere() && somebodyIsKnown()) {
            throw new OperatorError(4, """
                    The list of people who were erased is missing: %s
                    A backup may hold some of them. Put the list back from the machine the backup was made on; if nobody was
                    ever erased there, make an empty file of that name.""".formatted(list.file()));
        }
        replay();
    }

    private boolean somebodyIsKnown() {
        return Sight.job("erasure-list")
                .call(() -> Boolean.TRUE.equals(
                        transactions.execute(_ -> jdbc.sql("select exists (select from people.person)")
                                .query(Boolean.class)
                                .single())));
    }

    /** Erases again whom an older backup brought back, and completes the list where a crash left a gap. */
    public int replay() {
        var back = new int[1];
        Sight.job("erasure-list").run(() -> {
            var listed = list.read();
            var there = Objects.requireNonNull(transactions.execute(_ -> jdbc.sql("""
                    select id from people.person where id = any (:listed::uuid[])
                    """)
                    .param("listed", listed.toArray(UUID[]::new))
                    .query((row, _) -> row.getObject("id", UUID.class))
                    .list()));
            there.forEach(
                    person -> transactions.executeWithoutResult(_ -> erase(new PersonId(person), "erasure.replayed")));
            back[0] = there.size();
            list.add(Objects.requireNonNull(transactions.execute(_ -> jdbc.sql("select person from people.erased")
                    .query((row, _) -> row.getObject("person", UUID.class))
                    .list())));
        });
        if (back[0] > 0) {
            LOG.atWarn().addKeyValue("people", back[0]).log("people an older backup brought back were erased again");
        }
        return back[0];
    }

    /** How many facts ended before that moment, by organisation, as the sight that holds may see them. */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> endedFacts(Instant before) {
        return counted("""
                select organization, count(*)::int as facts from people.fact
                where ended_at < :before
                group by organization
                """, before);
    }

    /** What was believed and corrected since goes with all that found people by it, while they stay. */
    @Transactional
    public Map<UUID, Integer> forgetEndedFacts(Instant before) {
        return counted("""
                with gone as (
                    delete from people.fact
                    where ended_at < :before
                    returning organization
                )
                select organization, count(*)::int as facts from gone group by organization
                """, before);
    }

    private Map<UUID, Integer> counted(String sql, Instant before) {
        return jdbc
                .sql(sql)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query((row, _) -> Map.entry(row.getObject("organization", UUID.class), row.getInt("facts")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The numbers of those who were erased, a line each, in a file that no restore of a database takes back. */
    private static final class Listed {

        private final Path file;

        Listed(VaultFolder folder) {
            this.file = folder.resolve("erased");
        }

        /** Whether it is there: it is made at the first start, and with an older database it has to be brought along. */
        boolean isThere() {
            return Files.exists(file);
        }

        Path file() {
            return file;
        }

        synchronized Set<UUID> read() {
            var numbers = new LinkedHashSet<UUID>();
            try {
                if (Files.exists(file)) {
                    Files.readAllLines(file).stream()
                            .filter(line -> line.length() == 36)
                            .map(UUID::fromString)
                            .forEach(numbers::add);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return numbers;
        }

        synchronized void add(Collection<UUID> persons) {
            var known = read();
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                if (!Files.exists(file)) {
                    Files.createFile(file);
                }
                for (var person : persons) {
                    if (!known.contains(person)) {
                        Files.writeString(
                                file,
                                person + "\n",
                                StandardOpenOption.CREATE,
                                StandardOpenOption.APPEND,
                                StandardOpenOption.SYNC);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
