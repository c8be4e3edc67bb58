package org.opensocialnet.asks;

import org.opensocialnet.retention.AgingRows;
import org.opensocialnet.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How somebody without an account is reached, and her links, go some days after her request is over. */
@Component
class AskKeeping extends AgingRows {

    AskKeeping(JdbcClient jdbc) {
        super(jdbc, "asks.ask", Unit.DAYS, AsksConfig.OVER_DAYS, """
                select '00000000-0000-0000-0000-000000000000'::uuid as organization, count(*)::int as rows
                from asks.ask where over_at < :before
                having count(*) > 0
                """, """
                with gone as (delete from asks.ask where over_at < :before returning request)
                select '00000000-0000-0000-0000-000000000000'::uuid as organization, count(*)::int as rows from gone
                having count(*) > 0
                """);
    }

    @Override
    public String what(Words t) {
        return t.of("asks.kept.contact");
    }
}
