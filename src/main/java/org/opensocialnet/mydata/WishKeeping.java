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

/** What people asked for and was answered goes some years after the answer. */
@Component
class WishKeeping extends AgingRows {

    static final Setting<Integer> YEARS = new Setting<>(
            "mydata.wishes-years",
            Setting.Group.RETENTION,
            5,
            Forms.number(1, 20),
            3,
            "mydata.setting.wishes-years",
            "mydata.setting.wishes-years.hint");

    WishKeeping(JdbcClient jdbc) {
        super(jdbc, "mydata.wish", Unit.YEARS, YEARS, """
                select organization, count(*)::int as rows from mydata.wish
                where decided_at < :before
                group by organization
                """, """
                with gone as (
                    delete from mydata.wish
                    where decided_at < :before
                    returning organization
                )
                select organization, count(*)::int as rows from gone group by organization
                """);
    }

    @Override
    public String what(Words t) {
        return t.of("mydata.kept.wish");
    }

    @Bean
    static Declared wishesKept() {
        return new Declared(List.of(YEARS));
    }
}
