package org.opensocialnet.settings;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Where decisions lie in the database, with the history of who changed what and when. */
@Component
class Shelf {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    /** One decision; closed: the value is encrypted. */
    record Row(String key, String value, boolean closed, Instant changedAt) {}

    /** A new value, or none where the program's own shall hold again; the old one as the history shows it. */
    record Change(
            String key,
            boolean secret,
            @Nullable String before,
            @Nullable String next) {}

    Shelf(JdbcClient jdbc, TransactionOperations transactions, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.events = events;
    }

    Map<String, Row> rows() {
        return jdbc
                .sql("select key, value, closed, changed_at from settings.value")
                .query((row, _) -> new Row(
                        row.getString("key"),
                        row.getString("value"),
                        row.getBoolean("closed"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Row::key, Function.identity()));
    }

    Optional<Row> row(String key) {
        return Optional.ofNullable(rows().get(key));
    }

    void put(Change change) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        if (change.next() == null) {
            jdbc.sql("delete from settings.value where key = ?")
                    .param(change.key())
                    .update();
        } else {
            jdbc.sql("""
                    insert into settings.value (key, value, closed, changed_at) values (?, ?, ?, ?)
                    on conflict (key) do update
                    set value = excluded.value, closed = excluded.closed, changed_at = excluded.changed_at
                    """)
                    .params(change.key(), change.next(), change.secret(), now)
                    .update();
        }
        note(change, now);
    }

    /** The same secret under another key: nobody decided anything, so the history says nothing. */
    void closeAnew(Row old, String value) {
        Sight.job("settings")
                .run(() -> transactions.executeWithoutResult(
                        _ -> jdbc.sql("update settings.value set value = :value where key = :key and value = :old")
                                .param("value", value)
                                .param("key", old.key())
                                .param("old", old.value())
                                .update()));
    }

    /** The history never holds a secret, not even a closed one. */
    void note(Change change, OffsetDateTime now) {
        var id = Uuid7.next();
        var sight = Sight.current();
        jdbc.sql("""
                insert into settings.change (id, at, key, member, role, secret, before, after)
                values (:id, :at, :key, :member, :role, :secret, :before, :after)
                """)
                .param("id", id)
                .param("at", now)
                .param("key", change.key())
                .param("member", sight == null ? null : sight.member())
                .param("role", sight == null ? "" : sight.role())
                .param("secret", change.secret())
                .param("before", change.before())
                .param("after", change.secret() ? null : change.next())
                .update();
        events.publishEvent(new SettingChanged(id, change.key()));
    }

    List<SettingHistory.Line> history(@Nullable UUID before, int atMost) {
        return jdbc.sql("""
                select id, at, key, member, role, secret, before, after
                from settings.change
                where cast(:before as uuid) is null or id < :before
                order by id desc
                limit :atMost
                """)
                .param("before", before)
                .param("atMost", atMost)
                .query((row, _) -> new SettingHistory.Line(
                        row.getObject("id", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("key"),
                        row.getObject("member", UUID.class),
                        row.getString("role"),
                        row.getBoolean("secret"),
                        row.getString("before"),
                        row.getString("after")))
                .list();
    }
}
