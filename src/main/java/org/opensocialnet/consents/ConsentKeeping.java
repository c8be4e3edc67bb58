package org.opensocialnet.consents;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.opensocialnet.retention.Keeping;
import org.opensocialnet.settings.Declared;
import org.opensocialnet.settings.Forms;
import org.opensocialnet.settings.Setting;
import org.opensocialnet.web.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Consents that were taken back or ran out are kept as a proof for some years, and then go. */
@Component
@Transactional
class ConsentKeeping implements Keeping {

    static final Setting<Integer> YEARS = new Setting<>(
            "consents.ended-years",
            Setting.Group.RETENTION,
            3,
            Forms.number(1, 20),
            3,
            "consents.setting.ended-years",
            "consents.setting.ended-years.hint");

    private final JdbcClient jdbc;

    ConsentKeeping(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String code() {
        return "consents.consent";
    }

    @Override
    public String what(Words t) {
        return t.of("consents.kept.consent");
    }

    @Override
    public Setting<Integer> time() {
        return YEARS;
    }

    @Override
    public Unit unit() {
        return Unit.YEARS;
    }

    @Override
    public List<Sum> due(Instant before) {
        return sums("""
                select organization, count(*)::int as rows from consents.consent
                where coalesce(withdrawn_at, (ends_on + 1)::timestamp at time zone 'Europe/Athens') < :before
                group by organization
                """, before);
    }

    @Override
    public List<Sum> forget(Instant before) {
        return sums("""
                with gone as (
                    delete from consents.consent
                    where coalesce(withdrawn_at, (ends_on + 1)::timestamp at time zone 'Europe/Athens') < :before
                    returning organization
                )
                select organization, count(*)::int as rows from gone group by organization
                """, before);
    }

    private List<Sum> sums(String sql, Instant before) {
        return jdbc.sql(sql)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Sum(row.getObject("organization", UUID.class), row.getInt("rows")))
                .list();
    }

    @Bean
    static Declared consentsKept() {
        return new Declared(List.of(YEARS));
    }
}
