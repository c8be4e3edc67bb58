package org.opensocialnet.care;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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

/** Closed care records, with all that was written in them, go some years after they were closed. */
@Component
@Transactional
class CareKeeping implements Keeping {

    private static final ZoneId CITY = ZoneId.of("Europe/Athens");

    static final Setting<Integer> YEARS = new Setting<>(
            "care.closed-years",
            Setting.Group.RETENTION,
            2,
            Forms.number(1, 20),
            5,
            "care.setting.closed-years",
            "care.setting.closed-years.hint");

    private final JdbcClient jdbc;

    CareKeeping(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String code() {
        return "care.episode";
    }

    @Override
    public String what(Words t) {
        return t.of("care.kept.episode");
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
        return jdbc.sql("""
                select organization, count(*)::int as rows from care.episode
                where closed_on < :day
                group by organization
                """)
                .param("day", LocalDate.ofInstant(before, CITY))
                .query((row, _) -> new Sum(row.getObject("organization", UUID.class), row.getInt("rows")))
                .list();
    }

    @Override
    public List<Sum> forget(Instant before) {
        return jdbc.sql("""
                with gone as (
                    delete from care.episode where closed_on < :day returning organization
                )
                select organization, count(*)::int as rows from gone group by organization
                """)
                .param("day", LocalDate.ofInstant(before, CITY))
                .query((row, _) -> new Sum(row.getObject("organization", UUID.class), row.getInt("rows")))
                .list();
    }

    @Bean
    static Declared careKept() {
        return new Declared(List.of(YEARS));
    }
}
