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

/** What people asked for and was answered goes some years after the answer. */
@Component
@Transactional
class WishKeeping implements Keeping {

    static final Setting<Integer> YEARS = new Setting<>(
            "mydata.wishes-years",
            Setting.Group.RETENTION,
            5,
            Forms.number(1, 20),
            3,
            "mydata.setting.wishes-years",
            "mydata.setting.wishes-years.hint");

    private final JdbcClient jdbc;

    WishKeeping(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String code() {
        return "mydata.wish";
    }

    @Override
    public String what(Words t) {
        return t.of("mydata.kept.wish");
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
                select organization, count(*)::int as rows from mydata.wish
                where decided_at < :before
                group by organization
                """, before);
    }

    @Override
    public List<Sum> forget(Instant before) {
        return sums("""
                with gone as (
                    delete from mydata.wish
                    where decided_at < :before
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
    static Declared wishesKept() {
        return new Declared(List.of(YEARS));
    }
}
