package org.opensocialnet.support;

import java.util.List;
import org.opensocialnet.retention.AgingRows;
import org.opensocialnet.settings.Declared;
import org.opensocialnet.settings.Forms;
import org.opensocialnet.settings.Setting;
import org.opensocialnet.web.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests that are over go some years after the last thing that happened, with all that was written in them. */
@Component
class RequestKeeping extends AgingRows {

    static final Setting<Integer> YEARS = new Setting<>(
            "support.over-years",
            Setting.Group.RETENTION,
            40,
            Forms.number(1, 20),
            5,
            "support.setting.over-years",
            "support.setting.over-years.hint");

    RequestKeeping(JdbcClient jdbc) {
        super(jdbc, "support.request", Unit.YEARS, YEARS, """
                select coalesce(organization, '00000000-0000-0000-0000-000000000000') as organization, count(*)::int as rows
                from support.request
                where status in ('Closed', 'Refused', 'Withdrawn', 'Draft') and changed_at < :before
                group by 1
                """, """
                with gone as (
                    delete from support.request
                    where status in ('Closed', 'Refused', 'Withdrawn', 'Draft') and changed_at < :before
                    returning organization
                )
                select coalesce(organization, '00000000-0000-0000-0000-000000000000') as organization, count(*)::int as rows
                from gone group by 1
                """);
    }

    @Override
    public String what(Words t) {
        return t.of("support.kept.request");
    }

    @Bean
    static Declared requestsKept() {
        return new Declared(List.of(YEARS));
    }
}
