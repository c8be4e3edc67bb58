package org.opensocialnet.admissions;

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

/** What became of each row of a list goes after a while, and with it the way to take the list back. */
@Component
@Transactional
class OutcomeKeeping implements Keeping {

    static final Setting<Integer> DAYS = new Setting<>(
            "admissions.outcomes-days",
            Setting.Group.RETENTION,
            8,
            Forms.number(7, 1000),
            90,
            "admissions.setting.outcomes-days",
            "admissions.setting.outcomes-days.hint");

    private final JdbcClient jdbc;

    OutcomeKeeping(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String code() {
        return "admissions.outcome";
    }

    @Override
    public String what(Words t) {
        return t.of("admissions.kept.outcome");
    }

    @Override
    public Setting<Integer> time() {
        return DAYS;
    }

    @Override
    public Unit unit() {
        return Unit.DAYS;
    }

    @Override
    public List<Sum> due(Instant before) {
        return sums("""
                select organization, count(*)::int as rows from admissions.admission
                where sent_at < :before and shredded_at is not null and forgotten_at is null
                group by organization
                """, before);
    }

    @Override
    public List<Sum> forget(Instant before) {
        return sums("""
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
                """, before);
    }

    private List<Sum> sums(String sql, Instant before) {
        return jdbc.sql(sql)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Sum(row.getObject("organization", UUID.class), row.getInt("rows")))
                .list();
    }

    @Bean
    static Declared outcomesKept() {
        return new Declared(List.of(DAYS));
    }
}
