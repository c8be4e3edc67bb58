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

/** Links and visits of the person's own page that ran out go within days. */
@Component
class KeyKeeping extends AgingRows {

    static final Setting<Integer> DAYS = new Setting<>(
            "mydata.keys-days",
            Setting.Group.RETENTION,
            6,
            Forms.number(1, 30),
            1,
            "mydata.setting.keys-days",
            "mydata.setting.keys-days.hint");

    KeyKeeping(JdbcClient jdbc) {
        super(jdbc, "mydata.key", Unit.DAYS, DAYS, """
                select organization, count(*)::int as rows from mydata.key
                where until < :before
                group by organization
                """, """
                with gone as (
                    delete from mydata.key
                    where until < :before
                    returning organization
                )
                select organization, count(*)::int as rows from gone group by organization
                """);
    }

    @Override
    public String what(Words t) {
        return t.of("mydata.kept.key");
    }

    @Bean
    static Declared keysKept() {
        return new Declared(List.of(DAYS));
    }
}
