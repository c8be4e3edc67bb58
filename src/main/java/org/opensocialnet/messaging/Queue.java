package org.opensocialnet.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Letters as nodes pass them out among themselves: each is held by one node, for the time of a lease. Whatever a node
 * notes of a letter counts only while it still holds it.
 */
@Component
class Queue {

    private static final String COLUMNS =
            "id, lease, kind, address, reader, language, organization, about, sealed, left_at, good_until, tries, unsure, gathered";

    private final JdbcClient jdbc;
    private final Seal seal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Queue(JdbcClient jdbc, Seal seal, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.events = events;
        this.clock = clock;
    }

    /** How a letter ended. */
    enum End {
        SENT,
        DEAD,
        WITHHELD;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Transactional(readOnly = true)
    public boolean hasDue() {
        return jdbc.sql("""
                select exists (select from messaging.letter
                               where state in ('waiting', 'sending') and due_at <= :now and key in (:keys))
                """)
                .param("now", time(clock.instant()))
                .param("keys", seal.names())
                .query(Boolean.class)
                .single();
    }

    /** The letter that is due longest. One whose lease ran out ended nobody knows how. */
    @Transactional
    public Optional<Held> hold(Duration lease) {
        var now = clock.instant();
        var held = jdbc.sql("""
                update messaging.letter l
                set unsure = unsure + case when state = 'sending' then 1 else 0 end,
                    state = 'sending', lease = :lease, due_at = :until, tries = tries + 1
                where id = (select id from messaging.letter
                            where state in ('waiting', 'sending') and due_at <= :now and key in (:keys)
                            order by due_at
                            limit 1
                            for update skip locked)
                returning %s
                """.formatted(COLUMNS))
                .param("lease", Uuid7.next())
                .param("until", time(now.plus(lease)))
                .param("now", time(now))
                .param("keys", seal.names())
                .query(Queue::held)
                .optional();
        held.ifPresent(letter -> step(letter.id(), "tried", null));
        return held;
    }

    /** The others that wait for the same digest. */
    @Transactional
    public List<Held> holdDigest(Held first, Duration lease, int most) {
        var now = clock.instant();
        return jdbc.sql("""
                update messaging.letter l
                set state = 'sending', lease = :lease, due_at = :until, tries = tries + 1
                where id in (select id from messaging.letter
                             where state = 'waiting' and gathered and reader = :reader and address = :address
                               and due_at <= :now and key in (:keys)
                             order by left_at
                             limit :most
                             for update skip locked)
                returning %s
                """.formatted(COLUMNS))
                .param("lease", first.lease())
                .param("until", time(now.plus(lease)))
                .param("reader", first.reader())
                .param("address", first.address())
                .param("now", time(now))
                .param("keys", seal.names())
                .param("most", most)
                .query(Queue::held)
                .list();
    }

    /** How many of its kind the reader was left within the hour before it, without those withheld. */
    @Transactional(readOnly = true)
    public int lately(Held letter) {
        return jdbc.sql("""
                select count(*) from messaging.letter
                where reader = :reader and kind = :kind and state <> 'withheld'
                  and left_at > :since and (left_at, id) < (:left, :id)
                """)
                .param("reader", letter.reader())
                .param("kind", letter.kind())
                .param("since", time(letter.leftAt().minus(Duration.ofHours(1))))
                .param("left", time(letter.leftAt()))
                .param("id", letter.id())
                .query(Integer.class)
                .single();
    }

    /** Nothing was tried: it waits for the reader's digest, or for a server that takes letters. */
    @Transactional
    public void putBack(Held letter, Instant due, boolean gathered) {
        var back = jdbc.sql("""
                update messaging.letter
                set state = 'waiting', lease = null, gathered = :gathered, due_at = :due, tries = tries - 1
                where id = :id and lease = :lease
                """)
                .param("gathered", gathered)
                .param("due", time(due))
                .param("id", letter.id())
                .param("lease", letter.lease())
                .update();
        if (back > 0) {
            jdbc.sql("""
                    delete from messaging.step
                    where id = (select id from messaging.step where letter = ? and what = 'tried' order by place desc limit 1)
                    """).param(letter.id()).update();
        }
    }

    @Transactional
    public void tryAgain(Held letter, Instant due, boolean unsure, String answer) {
        var kept = jdbc.sql("""
                update messaging.letter
                set state = 'waiting', lease = null, due_at = :due, answer = :answer, unsure = unsure + :unsure
                where id = :id and lease = :lease
                """)
                .param("due", time(due))
                .param("answer", answer)
                .param("unsure", unsure ? 1 : 0)
                .param("id", letter.id())
                .param("lease", letter.lease())
                .update();
        if (kept > 0) {
            step(letter.id(), "deferred", answer);
        }
    }

    /** What it said is wiped at once, unless it may be sent again by hand. Rooms above hear of a dead or unwanted one. */
    @Transactional
    public void end(Held letter, End end, @Nullable String reason, @Nullable String answer) {
        var ended = jdbc.sql("""
                update messaging.letter
                set state = :state, lease = null, ended_at = :now, reason = :reason, answer = :answer,
                    sealed = case when :state = 'dead' then sealed end
                where id = :id and lease = :lease
                """)
                .param("state", end.code())
                .param("now", time(clock.instant()))
                .param("reason", reason)
                .param("answer", answer)
                .param("id", letter.id())
                .param("lease", letter.lease())
                .update();
        if (ended == 0) {
            return;
        }
        if (end == End.DEAD && answer != null && reason != null && reason.equals("refused")) {
            step(letter.id(), "refused", answer);
        }
        step(letter.id(), end.code(), end == End.SENT ? answer : reason);
        if (end == End.DEAD) {
            events.publishEvent(new LetterUndelivered(
                    letter.id(), letter.kind(), letter.organization(), letter.about(), String.valueOf(reason)));
        }
        if (end == End.WITHHELD && Delivery.UNSUBSCRIBED.equals(reason)) {
            events.publishEvent(new LetterWithheld(letter.id(), letter.kind(), letter.organization(), letter.about()));
        }
    }

    private void step(UUID letter, String what, @Nullable String answer) {
        jdbc.sql("insert into messaging.step (id, letter, at, what, answer) values (?, ?, ?, ?, ?)")
                .params(Arrays.asList(Uuid7.next(), letter, time(clock.instant()), what, answer))
                .update();
    }

    private static Held held(ResultSet row, int number) throws SQLException {
        return new Held(
                row.getObject("id", UUID.class),
                row.getObject("lease", UUID.class),
                row.getString("kind"),
                row.getString("address"),
                row.getString("reader"),
                row.getString("language"),
                row.getObject("organization", UUID.class),
                row.getObject("about", UUID.class),
                row.getBytes("sealed"),
                row.getObject("left_at", OffsetDateTime.class).toInstant(),
                row.getObject("good_until", OffsetDateTime.class).toInstant(),
                row.getInt("tries"),
                row.getInt("unsure"),
                row.getBoolean("gathered"));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
