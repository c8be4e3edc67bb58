package org.opensocialnet.consents;

import java.util.List;
import org.opensocialnet.retention.AgingRows;
import org.opensocialnet.settings.Declared;
import org.opensocialnet.settings.Forms;
import org.opensocialnet.settings.Setting;
import org.opensocialnet.web.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Consents that were taken back or ran out are kept as a proof for some years, and then go. */
@Component
class ConsentKeeping extends AgingRows {

    static final Setting<Integer> YEARS = new Setting<>(
            "consents.ended-years",
            Setting.Group.RETENTION,
            3,
            Forms.number(1, 20),
            3,
            "consents.setting.ended-years",
            "consents.setting.ended-years.hint");

    ConsentKeeping(JdbcClient jdbc) {
        super(jdbc, "consents.consent", Unit.YEARS, YEARS, """
                select organization, count(*)::int as rows from consents.consent
                where coalesce(withdrawn_at, (ends_on + 1)::timestamp at time zone 'Europe/Athens') < :before
                group by organization
                """, """
                with gone as (
                    delete from consents.consent
                    where coalesce(withdrawn_at, (ends_on + 1)::timestamp at time zone 'Europe/Athens') < :before
                    returning organization
                )
                select organization, count(*)::int as rows from gone group by organization
                """);
    }

    @Override
    public String what(Words t) {
        return t.of("consents.kept.consent");
    }

    @Bean
    static Declared consentsKept() {
        return new Declared(List.of(YEARS));
    }
}
