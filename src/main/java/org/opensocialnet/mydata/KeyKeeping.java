package org.opensocialnet.mydata;

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

/** Links and visits of the person's own page that ran out go within days. */
@Component
@Transactional
class KeyKeeping implements Keeping {

    static final Setting<Integer> DAYS = new Setting<>(
            "mydata.keys-days",
            Setting.Group.RETENTION,
            6,
            Forms.number(1, 30),
            1,
            "mydata.setting.keys-days",
            "mydata.setting.keys-days.hint");

    private final JdbcClient jdbc;

    KeyKeeping(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String code() {
        return "mydata.key";
    }

    @Override
    public String what(Words t) {
        return t.of("mydata.kept.key");
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
                select organization, count(*)::int as rows from mydata.key
                where until < :before
                group by organization
                """, before);
    }

    @Override
    public List<Sum> forget(Instant before) {
        return sums("""
                with gone as (
                    delete from mydata.key
                    where until < :before
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
    static Declared keysKept() {
        return new Declared(List.of(DAYS));
    }
}
