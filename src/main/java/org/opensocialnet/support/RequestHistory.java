package org.opensocialnet.support;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What became of requests, who did it and why: written once, never changed. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RequestHistory {

    private static final int LONGEST = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    RequestHistory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    RequestHistory at(Clock then) {
        return new RequestHistory(jdbc, then);
    }

    /** One thing that happened; status: the state it left the request in. */
    record Entry(
            String what,
            String status,
            String words,
            String role,
            @Nullable UUID organization,
            Instant at) {}

    /** Whether what a form says was done already. */
    boolean knows(UUID form) {
        return jdbc.sql("select exists (select from support.step where form = :form)")
                .param("form", form)
                .query(Boolean.class)
                .single();
    }

    /** Who said no to it last. */
    Optional<UUID> refusedBy(UUID request) {
        return jdbc.sql("""
                select member from support.step
                where request = :request and what = 'refuse' and member is not null
                order by id desc
                limit 1
                """).param("request", request).query(UUID.class).optional();
    }

    void enter(Request after, String what, String words, Map<String, ?> detail, @Nullable UUID form) {
        var sight = Objects.requireNonNull(Sight.current());
        jdbc.sql("""
                insert into support.step (id, request, at, version, what, status, words, detail, role, member, organization,
                                          form)
                values (:id, :request, :now, :version, :what, :status, :words, :detail::jsonb, :role, :member, :organization,
                        :form)
                """)
                .param("id", Uuid7.next())
                .param("request", after.id())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("version", after.version())
                .param("what", what)
                .param("status", after.state().code())
                .param("words", words)
                .param("detail", JsonMapper.shared().writeValueAsString(detail))
                .param("role", sight.role())
                .param("member", sight.member(), Types.OTHER)
                .param("organization", sight.organization(), Types.OTHER)
                .param("form", form, Types.OTHER)
                .update();
    }

    /** The newest first. */
    List<Entry> of(UUID request) {
        return jdbc.sql("""
                select what, status, words, role, organization, at
                from support.step where request = :request
                order by id desc
                limit :most
                """)
                .param("request", request)
                .param("most", LONGEST)
                .query((row, _) -> new Entry(
                        row.getString("what"),
                        row.getString("status"),
                        row.getString("words"),
                        row.getString("role"),
                        row.getObject("organization", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
