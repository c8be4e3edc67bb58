package org.opensocialnet.pledges;

import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads pledges with what became of them, as whoever looks may see them. */
@Component
@Transactional(readOnly = true)
class PledgeBook {

    /** More of one request nobody reads at once. */
    private static final int MOST = 500;

    private static final String PLEDGE = """
            select p.id, p.request, p.line, p.cover, p.organization, p.member, p.receiver, p.call, p.item, p.what, p.quantity,
                   p.unit, p.kind, p.conditions, p.from_day, p.until_day, p.named, p.stock, upper(p.state) as state, p.why,
                   p.thanks, p.version, p.made_at, coalesce(c.going, 0) as going, coalesce(c.delivered, 0) as delivered,
                   coalesce(c.confirmed, 0) as confirmed
            from pledges.pledge p
            left join support.public_cover c on c.id = p.cover
            """;

    private final JdbcClient jdbc;

    PledgeBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By what became of them a giver's pledges are told apart. */
    enum Shown {
        ALL,
        OPEN,
        ON_ITS_WAY,
        DELIVERED,
        CONFIRMED,
        WITHDRAWN
    }

    public Optional<Pledge> find(UUID id) {
        return jdbc.sql(PLEDGE + " where p.id = :id")
                .param("id", id)
                .query(Rows.of(Pledge.class))
                .optional();
    }

    /** An organisation's own, the latest first. */
    public List<Pledge> own(UUID organization, Shown shown, @Nullable UUID after, int atMost) {
        return jdbc.sql(PLEDGE + """
                where p.organization = :organization and (:after::uuid is null or p.id < :after)
                  and case :shown
                      when 'OPEN' then p.state in ('waiting', 'promised') and coalesce(c.going, 0) = 0
                      when 'ON_ITS_WAY' then p.state = 'promised' and c.going > 0 and c.delivered < p.quantity
                      when 'DELIVERED' then p.state = 'promised' and c.delivered >= p.quantity and c.confirmed < p.quantity
                      when 'CONFIRMED' then p.state = 'promised' and c.confirmed >= p.quantity
                      when 'WITHDRAWN' then p.state in ('withdrawn', 'refused', 'ended')
                      else true end
                order by p.id desc
                limit :most
                """)
                .param("organization", organization)
                .param("after", after, Types.OTHER)
                .param("shown", shown.name())
                .param("most", atMost)
                .query(Rows.of(Pledge.class))
                .list();
    }

    /** Of one request, the first standing first. */
    public List<Pledge> of(UUID request) {
        return jdbc.sql(PLEDGE + " where p.request = :request order by p.id limit :most")
                .param("request", request)
                .param("most", MOST)
                .query(Rows.of(Pledge.class))
                .list();
    }

    /** What citizens promised and the team has not looked at, the first standing first. */
    public List<Pledge> waiting(@Nullable UUID after, int atMost) {
        return jdbc.sql(PLEDGE + """
                where p.state = 'waiting' and (:after::uuid is null or p.id > :after)
                order by p.id
                limit :most
                """)
                .param("after", after, Types.OTHER)
                .param("most", atMost)
                .query(Rows.of(Pledge.class))
                .list();
    }

    public int waiting() {
        return jdbc.sql("select count(*)::int from pledges.pledge where state = 'waiting'")
                .query(Integer.class)
                .single();
    }

    /** Of one request, how many there are to look at. */
    public int count(UUID request) {
        return jdbc.sql("""
                select count(*)::int from pledges.pledge where request = :request and state in ('waiting', 'promised')
                """).param("request", request).query(Integer.class).single();
    }

    /** What a form made, where it was sent before. */
    Optional<UUID> madeWith(UUID form) {
        return jdbc.sql("select id from pledges.pledge where form = :form")
                .param("form", form)
                .query(UUID.class)
                .optional();
    }
}
