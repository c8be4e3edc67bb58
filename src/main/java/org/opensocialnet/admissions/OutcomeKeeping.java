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

/** What became of each row of a list goes after a while, and with it the way to take the list back. */
@Component
class OutcomeKeeping extends AgingRows {

    static final Setting<Integer> DAYS = new Setting<>(
            "admissions.outcomes-days",
            Setting.Group.RETENTION,
            8,
            Forms.number(7, 1000),
            90,
            "admissions.setting.outcomes-days",
            "admissions.setting.outcomes-days.hint");

    OutcomeKeeping(JdbcClient jdbc) {
        super(jdbc, "admissions.outcome", Unit.DAYS, DAYS, """
                select organization, count(*)::int as rows from admissions.admission
                where sent_at < :before and shredded_at is not null and forgotten_at is null
                group by organization
                """, """
                with gone as (
                    update admissions.admission set forgotten_at = now()
                    where sent_at < :before and shredded_at is not null and forgotten_at is null
                    returning id, organization
                ), forgotten as (
                    delete from admissions.line where admission in (select id from gone)
                ), faults as (
                    delete from admissions.fault where admission in (select id from gone)
                )
                select organization, count(*)::int as rows from gone group by organization
                """);
    }

    @Override
    public String what(Words t) {
        return t.of("admissions.kept.outcome");
    }

    @Bean
    static Declared outcomesKept() {
        return new Declared(List.of(DAYS));
    }
}
