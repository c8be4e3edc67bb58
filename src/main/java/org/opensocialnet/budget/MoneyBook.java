package org.opensocialnet.budget;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The book of money: acts and their postings, added to and never changed. */
@Component
class MoneyBook {

    private static final String READ = """
            select id, key, movement, envelope, other, earmark, amount, day, note, state, asked_by from budget.act
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    /** How far an act has come. */
    enum State {
        DONE,
        WAITS,
        REFUSED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One act, as it was asked for. */
    record Line(
            UUID id,
            String key,
            Movement movement,
            EnvelopeId envelope,
            @Nullable EnvelopeId other,
            @Nullable EarmarkId earmark,
            Money amount,
            LocalDate day,
            String note,
            State state,
            @Nullable UUID askedBy) {

        static Line asked(
                String key,
                Movement movement,
                EnvelopeId envelope,
                @Nullable EnvelopeId other,
                @Nullable EarmarkId earmark,
                Money amount,
                LocalDate day,
                String note) {
            return new Line(
                    Uuid7.next(), key, movement, envelope, other, earmark, amount, day, note, State.WAITS, me());
        }

        Line on(LocalDate other) {
            return new Line(id, key, movement, envelope, this.other, earmark, amount, other, note, state, askedBy);
        }

        /** What a replay is told of what was done, or waits. */
        Outcome outcome() {
            return state == State.DONE ? new Outcome.Done(id) : new Outcome.Waits(id);
        }
    }

    MoneyBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private static @Nullable UUID me() {
        var sight = Sight.current();
        return sight == null ? null : sight.member();
    }

    /** Holds a key where there is no envelope yet to be held. */
    void hold(String key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('budget ' || ?, 0))::text")
                .param(key)
                .query(String.class)
                .single();
    }

    Optional<Line> byKey(String key) {
        return jdbc.sql(READ + "where key = ?")
                .param(key)
                .query((row, _) -> line(row))
                .optional();
    }

    Optional<Line> find(UUID act) {
        return jdbc.sql(READ + "where id = ?")
                .param(act)
                .query((row, _) -> line(row))
                .optional();
    }

    /** What waits for a second person upon an earmark. */
    List<Line> waiting(EarmarkId earmark) {
        return jdbc.sql(READ + "where earmark = ? and state = 'waits' order by id")
                .param(earmark.value())
                .query((row, _) -> line(row))
                .list();
    }

    /** Whether whoever's sight holds asked for it; what the program asked for, anybody may let pass. */
    boolean askedByMe(Line line) {
        return line.askedBy() != null && Objects.equals(line.askedBy(), me());
    }

    void add(Line line, State state) {
        jdbc.sql("""
                insert into budget.act (id, key, movement, envelope, other, earmark, amount, day, note, state,
                                        asked_by, asked_at)
                values (:id, :key, :movement, :envelope, :other, :earmark, :amount, :day, :note, :state, :member, :now)
                """)
                .param("id", line.id())
                .param("key", line.key())
                .param("movement", line.movement().code())
                .param("envelope", line.envelope().value())
                .param("other", line.other() == null ? null : line.other().value(), Types.OTHER)
                .param("earmark", line.earmark() == null ? null : line.earmark().value(), Types.OTHER)
                .param("amount", line.amount().euros())
                .param("day", line.day())
                .param("note", line.note())
                .param("state", state.code())
                .param("member", line.askedBy(), Types.OTHER)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Who withdraws what she asked for herself decides nothing: it was refused by nobody. */
    void decide(Line line, boolean granted) {
        jdbc.sql("""
                update budget.act set state = :state, day = :day, decided_by = :member, decided_at = :now where id = :id
                """)
                .param("id", line.id())
                .param("state", (granted ? State.DONE : State.REFUSED).code())
                .param("day", line.day())
                .param("member", askedByMe(line) ? null : me(), Types.OTHER)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** All postings of an act in one statement: the table takes them together, or not at all. */
    void post(UUID act, List<Posting> postings) {
        jdbc.sql("""
                insert into budget.posting (act, envelope, account, amount, earmark)
                select :act, p.envelope, p.account, p.amount, p.earmark
                from unnest(:envelopes::uuid[], :accounts::text[], :amounts::numeric[], :earmarks::uuid[])
                     as p (envelope, account, amount, earmark)
                """)
                .param("act", act)
                .param(
                        "envelopes",
                        postings.stream().map(one -> one.envelope().value()).toArray(UUID[]::new))
                .param(
                        "accounts",
                        postings.stream().map(one -> one.account().code()).toArray(String[]::new))
                .param(
                        "amounts",
                        postings.stream()
                                .map(one -> one.amount().euros().toPlainString())
                                .toArray(String[]::new))
                .param(
                        "earmarks",
                        postings.stream()
                                .map(Posting::earmark)
                                .map(one -> one == null ? null : one.value())
                                .toArray(UUID[]::new))
                .update();
    }

    static Line line(ResultSet row) throws SQLException {
        var other = row.getObject("other", UUID.class);
        var earmark = row.getObject("earmark", UUID.class);
        return new Line(
                row.getObject("id", UUID.class),
                row.getString("key"),
                Movement.of(row.getString("movement")),
                new EnvelopeId(row.getObject("envelope", UUID.class)),
                other == null ? null : new EnvelopeId(other),
                earmark == null ? null : new EarmarkId(earmark),
                new Money(row.getBigDecimal("amount")),
                row.getObject("day", LocalDate.class),
                row.getString("note"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getObject("asked_by", UUID.class));
    }
}
