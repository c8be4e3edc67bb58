package org.opensocialnet.pledges;

import java.util.List;
import org.opensocialnet.retention.AgingRows;
import org.opensocialnet.settings.Declared;
import org.opensocialnet.web.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How citizens are reached, their links, and what was written about a pledge go some days after it is over. */
@Component
class PledgeKeeping extends AgingRows {

    PledgeKeeping(JdbcClient jdbc) {
        super(jdbc, "pledges.contact", Unit.DAYS, PledgesConfig.OVER_DAYS, """
                select coalesce(p.receiver, '00000000-0000-0000-0000-000000000000') as organization, count(*)::int as rows
                from pledges.pledge p
                where p.over_at < :before
                  and (exists (select from pledges.contact c where c.pledge = p.id)
                       or exists (select from pledges.link l where l.pledge = p.id)
                       or exists (select from pledges.message m where m.pledge = p.id))
                group by 1
                """, """
                with past as (select id, receiver from pledges.pledge where over_at < :before),
                     contacts as (delete from pledges.contact where pledge in (select id from past) returning pledge),
                     links as (delete from pledges.link where pledge in (select id from past) returning pledge),
                     messages as (delete from pledges.message where pledge in (select id from past) returning pledge),
                     readings as (delete from pledges.reading where pledge in (select id from past) returning pledge),
                     gone as (select pledge from contacts union select pledge from links union select pledge from messages)
                select coalesce(o.receiver, '00000000-0000-0000-0000-000000000000') as organization, count(*)::int as rows
                from gone g join past o on o.id = g.pledge
                group by 1
                """);
    }

    @Override
    public String what(Words t) {
        return t.of("pledges.kept.contact");
    }

    @Bean
    static Declared pledgesKept() {
        return new Declared(List.of(PledgesConfig.OVER_DAYS));
    }
}
