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

/** What stands in a list that nobody decided on goes within days; that it was sent stays. */
@Component
@Transactional
class ListKeeping implements Keeping {

    static final Setting<Integer> DAYS = new Setting<>(
            "admissions.lists-days",
            Setting.Group.RETENTION,
            7,
            Forms.number(1, 60),
            7,
            "admissions.setting.lists-days",
            "admissions.setting.lists-days.hint");

    private final JdbcClient jdbc;

    ListKeeping(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String code() {
        return "admissions.list";
    }

    @Override
    public String what(Words t) {
        return t.of("admissions.kept.list");
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
                where sent_at < :before and shredded_at is null
                group by organization
                """, before);
    }

    @Override
    public List<Sum> forget(Instant before) {
        return sums("""
                with gone as (
                    update admissions.admission set sealed = null, shredded_at = now()
                    where sent_at < :before and shredded_at is null
                    returning id, organization
                ), shredded as (
                    update admissions.line set sealed = null, persons = '{}'
                    where admission in (select id from gone)
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
    static Declared listsKept() {
        return new Declared(List.of(DAYS));
    }
}
