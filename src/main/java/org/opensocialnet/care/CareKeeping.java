package org.opensocialnet.care;

import java.util.List;
import org.opensocialnet.retention.AgingRows;
import org.opensocialnet.settings.Declared;
import org.opensocialnet.settings.Forms;
import org.opensocialnet.settings.Setting;
import org.opensocialnet.web.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Closed care records, with all that was written in them, go some years after they were closed. */
@Component
class CareKeeping extends AgingRows {

    static final Setting<Integer> YEARS = new Setting<>(
            "care.closed-years",
            Setting.Group.RETENTION,
            2,
            Forms.number(1, 20),
            5,
            "care.setting.closed-years",
            "care.setting.closed-years.hint");

    CareKeeping(JdbcClient jdbc) {
        super(jdbc, "care.episode", Unit.YEARS, YEARS, """
                select organization, count(*)::int as rows from care.episode
                where closed_on < (cast(:before as timestamptz) at time zone 'Europe/Athens')::date
                group by organization
                """, """
                with gone as (
                    delete from care.episode
                    where closed_on < (cast(:before as timestamptz) at time zone 'Europe/Athens')::date
                    returning organization
                )
                select organization, count(*)::int as rows from gone group by organization
                """);
    }

    @Override
    public String what(Words t) {
        return t.of("care.kept.episode");
    }

    @Bean
    static Declared careKept() {
        return new Declared(List.of(YEARS));
    }
}
