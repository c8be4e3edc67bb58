package org.opensocialnet.mydata;

import java.util.List;
import org.opensocialnet.retention.AgingRows;
import org.opensocialnet.settings.Declared;
import org.opensocialnet.settings.Forms;
import org.opensocialnet.settings.Setting;
import org.opensocialnet.web.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** That somebody asked everybody goes months later: by then all have answered, and what they showed has ended. */
@Component
class AskingKeeping extends AgingRows {

    static final Setting<Integer> DAYS = new Setting<>(
            "mydata.askings-days",
            Setting.Group.RETENTION,
            7,
            Forms.number(60, 730),
            180,
            "mydata.setting.askings-days",
            "mydata.setting.askings-days.hint");

    AskingKeeping(JdbcClient jdbc) {
        super(jdbc, "mydata.asking", Unit.DAYS, DAYS, """
                select organization, count(*)::int as rows from mydata.asking
                where asked_at < :before
                group by organization
                """, """
                with gone as (
                    delete from mydata.asking
                    where asked_at < :before
                    returning organization
                )
                select organization, count(*)::int as rows from gone group by organization
                """);
    }

    @Override
    public String what(Words t) {
        return t.of("mydata.kept.asking");
    }

    @Bean
    static Declared askingsKept() {
        return new Declared(List.of(DAYS));
    }
}
