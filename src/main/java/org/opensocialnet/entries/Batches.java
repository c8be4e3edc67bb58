package org.opensocialnet.entries;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.chores.Chore;
import org.opensocialnet.chores.Chores;
import org.opensocialnet.chores.Progress;
import org.opensocialnet.entries.BatchReading.Fault;
import org.opensocialnet.entries.BatchReading.Read;
import org.opensocialnet.entries.BatchReading.Row;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.ledger.Delivery;
import org.opensocialnet.ledger.EntryId.Book;
import org.opensocialnet.ledger.Ledger;
import org.opensocialnet.ledger.Need;
import org.opensocialnet.ledger.OwnEntries;
import org.opensocialnet.ledger.OwnEntries.Saying;
import org.opensocialnet.ledger.Reason;
import org.opensocialnet.ledger.Source;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Files of entries: looked at, brought in as one batch, taken back as one. */
@Component
@Transactional
class Batches {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST = 50;
    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final OwnEntries own;
    private final Trail trail;
    private final Chores chores;
    private final Clock clock;

    Batches(JdbcClient jdbc, Ledger ledger, OwnEntries own, Trail trail, Chores chores, Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.own = own;
        this.trail = trail;
        this.chores = chores;
        this.clock = clock;
    }

    /** One file that was sent. */
    record Batch(
            UUID id,
            Book book,
            String state,
            int lines,
            List<Row> rows,
            List<Fault> faults,
            int written,
            OffsetDateTime sentAt) {

        boolean is(String state) {
            return this.state.equals(state);
        }
    }

    UUID keep(UUID organization, UUID member, Book book, Read read) {
        var id = Uuid7.next();
        jdbc.sql("""
                insert into entries.batch (id, organization, member, book, state, lines, rows, faults, sent_at)
                values (:id, :organization, :member, :book, 'checked', :lines, :rows::jsonb, :faults::jsonb, :now)
                """)
                .param("id", id)
                .param("organization", organization)
                .param("member", member)
                .param("book", book.code())
                .param("lines", read.lines())
                .param("rows", JSON.writeValueAsString(read.rows()))
                .param("faults", JSON.writeValueAsString(read.faults()))
                .param("now", now())
                .update();
        return id;
    }

    @Transactional(readOnly = true)
    Batch one(UUID organization, UUID id) {
        return jdbc.sql("""
                select id, book, state, lines, rows, faults, written, sent_at from entries.batch
                where organization = :organization and id = :id
                """)
                .param("organization", organization)
                .param("id", id)
                .query(Batches::batch)
                .optional()
                .orElseThrow(() -> Refusal.notFound("ledger.unknown"));
    }

    /** The last ones, the newest first; without their rows, which may be many thousands. */
    @Transactional(readOnly = true)
    List<Batch> all(UUID organization) {
        return jdbc.sql("""
                select id, book, state, lines, '[]' as rows, '[]' as faults, written, sent_at from entries.batch
                where organization = :organization
                order by sent_at desc, id desc
                limit :most
                """)
                .param("organization", organization)
                .param("most", MOST)
                .query(Batches::batch)
                .list();
    }

    private static Batch batch(ResultSet row, int number) throws SQLException {
        return new Batch(
                row.getObject("id", UUID.class),
                EntryPages.book(row.getString("book")),
                row.getString("state"),
                row.getInt("lines"),
                JSON.readValue(row.getString("rows"), new TypeReference<List<Row>>() {}),
                JSON.readValue(row.getString("faults"), new TypeReference<List<Fault>>() {}),
                row.getInt("written"),
                row.getObject("sent_at", OffsetDateTime.class));
    }

    /** Which of its rows say what stands in the book already. */
    @Transactional(readOnly = true)
    Set<Integer> saidAlready(UUID organization, Batch batch) {
        return batch.rows().isEmpty()
                ? Set.of()
                : own.saidAlready(
                        organization,
                        batch.book(),
                        batch.rows().stream()
                                .map(row ->
                                        new Saying(LocalDate.parse(row.day()), row.about(organization), row.amount()))
                                .toList());
    }

    /** Has it brought in, once: few rows now, many by a piece of work that tells how far it is. None while it is under way. */
    OptionalInt apply(UUID organization, UUID id, boolean again) {
        var batch = one(organization, id);
        if (!batch.is("checked")) {
            throw Refusal.conflict("entries.batch.done-already");
        }
        if (batch.rows().size() <= AT_ONCE) {
            return OptionalInt.of(bring(organization, id, again, Progress.unseen()));
        }
        jdbc.sql("update entries.batch set again = :again where id = :id")
                .param("again", again)
                .param("id", id)
                .update();
        chores.ask(BatchWriting.CODE, id);
        return OptionalInt.empty();
    }

    /** How far the writing of a file is; none where nobody writes it. */
    @Transactional(readOnly = true)
    Optional<Chore> writing(UUID id) {
        return chores.of(id);
    }

    /** Brings it in as was asked for. */
    int bring(UUID organization, UUID id, Progress progress) {
        boolean again = jdbc.sql("select again from entries.batch where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
        return bring(organization, id, again, progress);
    }

    /** Rows that say what stands already only where somebody wants them too. */
    private int bring(UUID organization, UUID id, boolean again, Progress progress) {
        var batch = one(organization, id);
        move(id, "checked", "applied");
        progress.step("writing", (long) batch.rows().size());
        var already = again ? Set.<Integer>of() : saidAlready(organization, batch);
        progress.advance(already.size());
        var rows = IntStream.range(0, batch.rows().size())
                .filter(at -> !already.contains(at))
                .mapToObj(batch.rows()::get)
                .toList();
        for (int at = 0; at < rows.size(); at += AT_ONCE) {
            var some = rows.subList(at, Math.min(rows.size(), at + AT_ONCE));
            if (batch.book() == Book.NEED) {
                ledger.needs(
                        some.stream().map(row -> need(organization, id, row)).toList());
            } else {
                ledger.deliveries(some.stream()
                        .map(row -> delivery(organization, id, row))
                        .toList());
            }
            progress.advance(some.size());
        }
        jdbc.sql("update entries.batch set written = :written, rows = '[]' where id = :id")
                .param("written", rows.size())
                .param("id", id)
                .update();
        trail.note(Act.on("entries.batch.applied", "ledger-batch", id).of(organization));
        progress.finish();
        return rows.size();
    }

    int takeBack(UUID organization, UUID id) {
        one(organization, id);
        move(id, "applied", "undone");
        int taken = ledger.reverseBatch(id, "entries.undone");
        trail.note(Act.on("entries.batch.undone", "ledger-batch", id).of(organization));
        return taken;
    }

    private void move(UUID id, String from, String to) {
        int moved = jdbc.sql("update entries.batch set state = :to, done_at = :now where id = :id and state = :from")
                .param("to", to)
                .param("now", now())
                .param("id", id)
                .param("from", from)
                .update();
        if (moved == 0) {
            throw Refusal.conflict("entries.batch.done-already");
        }
    }

    private static Need need(UUID organization, UUID batch, Row row) {
        return new Need(
                EntryActs.KIND,
                LocalDate.parse(row.day()),
                row.about(organization),
                row.amount(),
                Source.of(row.source()),
                row.reason().isEmpty() ? null : Reason.of(row.reason()),
                null,
                Map.of(),
                batch);
    }

    private static Delivery delivery(UUID organization, UUID batch, Row row) {
        return new Delivery(
                EntryActs.KIND,
                LocalDate.parse(row.day()),
                row.about(organization),
                row.amount(),
                Source.of(row.source()),
                null,
                null,
                null,
                Map.of(),
                batch);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
