package org.opensocialnet.admissions;

import java.util.List;
import org.opensocialnet.retention.AgingRows;
import org.opensocialnet.settings.Declared;
import org.opensocialnet.settings.Forms;
import org.opensocialnet.settings.Setting;
import org.opensocialnet.web.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands in a list that nobody decided on goes within days; that it was sent stays. */
@Component
class ListKeeping extends AgingRows {

    static final Setting<Integer> DAYS = new Setting<>(
            "admissions.lists-days",
            Setting.Group.RETENTION,
            7,
            Forms.number(1, 60),
            7,
            "admissions.setting.lists-days",
            "admissions.setting.lists-days.hint");

    ListKeeping(JdbcClient jdbc) {
        super(jdbc, "admissions.list", Unit.DAYS, DAYS, """
                select organization, count(*)::int as rows from admissions.admission
                where sent_at < :before and shredded_at is null
                group by organization
                """, """
                with gone as (
                    update admissions.admission set sealed = null, shredded_at = now()
                    where sent_at < :before and shredded_at is null
                    returning id, organization
                ), shredded as (
                    update admissions.line set sealed = null, persons = '{}'
                    where admission in (select id from gone)
                )
                select organization, count(*)::int as rows from gone group by organization
                """);
    }

    @Override
    public String what(Words t) {
        return t.of("admissions.kept.list");
    }

    @Bean
    static Declared listsKept() {
        return new Declared(List.of(DAYS));
    }
}
