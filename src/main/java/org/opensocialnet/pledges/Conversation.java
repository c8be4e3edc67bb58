package org.opensocialnet.pledges;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.database.Rows;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What those concerned with one pledge write each other: one thread for each, so that nobody's telephone need be published. */
@Component
@Transactional
class Conversation {

    static final int LONGEST = 2_000;

    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final Trail trail;
    private final Clock clock;

    Conversation(JdbcClient jdbc, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    /** In whose place somebody writes and reads. */
    enum Side {
        GIVER,
        RECEIVER,
        TEAM;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One message. */
    record Message(UUID id, OffsetDateTime at, Side side, String text) {}

    /** New messages for one side: how many, and in which thread the latest stands. */
    record News(int messages, @Nullable UUID pledge) {}

    /** The latest of them, the first standing first. */
    @Transactional(readOnly = true)
    public List<Message> of(UUID pledge) {
        return jdbc.sql("""
                select id, at, upper(side) as side, text
                from (select * from pledges.message where pledge = :pledge order by id desc limit :most) latest
                order by id
                """)
                .param("pledge", pledge)
                .param("most", MOST)
                .query(Rows.of(Message.class))
                .list();
    }

    /** False where the form was sent before. */
    public boolean say(UUID form, UUID pledge, Side side, String text) {
        var sight = Optional.ofNullable(Sight.current());
        int said = jdbc.sql("""
                insert into pledges.message (id, form, pledge, at, side, organization, member, text)
                values (:id, :form, :pledge, :now, :side, :organization, :member, :text)
                on conflict (form) do nothing
                """)
                .param("id", Uuid7.next())
                .param("form", form)
                .param("pledge", pledge)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("side", side.code())
                .param("organization", sight.map(Sight::organization).orElse(null), Types.OTHER)
                .param("member", sight.map(Sight::member).orElse(null), Types.OTHER)
                .param("text", text)
                .update();
        if (said == 1) {
            trail.note(Act.on("pledges.message.sent", "pledge", pledge));
        }
        return said == 1;
    }

    /** That side has read all there is. */
    public void read(UUID pledge, Side side) {
        jdbc.sql("""
                insert into pledges.reading (pledge, side, up_to)
                select pledge, :side, id from pledges.message where pledge = :pledge order by id desc limit 1
                on conflict (pledge, side) do update set up_to = excluded.up_to where reading.up_to < excluded.up_to
                """).param("pledge", pledge).param("side", side.code()).update();
    }

    /** How many messages in each of these threads that side has not read; none stands for none. */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> unread(Collection<UUID> pledges, Side side) {
        return jdbc
                .sql("""
                select m.pledge, count(*)::int as messages
                from pledges.message m
                left join pledges.reading r on r.pledge = m.pledge and r.side = :side
                where m.pledge = any (:pledges) and m.side <> :side and (r.up_to is null or m.id > r.up_to)
                group by m.pledge
                """)
                .param("pledges", pledges.toArray(UUID[]::new))
                .param("side", side.code())
                .query((row, _) -> Map.entry(row.getObject("pledge", UUID.class), row.getInt("messages")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What is new for whoever looks: about the own organisation's pledges, or those made to it; for the team, made to nobody's. */
    @Transactional(readOnly = true)
    public News news(Side side, @Nullable UUID organization) {
        return jdbc.sql("""
                select count(*)::int as messages, (array_agg(m.pledge order by m.id desc))[1] as pledge
                from pledges.message m
                join pledges.pledge p on p.id = m.pledge
                left join pledges.reading r on r.pledge = m.pledge and r.side = :side
                where m.side <> :side and (r.up_to is null or m.id > r.up_to)
                  and case :side when 'giver' then p.organization = :organization
                                 when 'receiver' then p.receiver = :organization
                                 else p.receiver is null end
                """)
                .param("side", side.code())
                .param("organization", organization, Types.OTHER)
                .query(Rows.of(News.class))
                .single();
    }
}
