package org.opensocialnet.deliveries;

import java.util.List;
import org.opensocialnet.retention.AgingRows;
import org.opensocialnet.settings.Declared;
import org.opensocialnet.settings.Forms;
import org.opensocialnet.settings.Setting;
import org.opensocialnet.web.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deliveries go some years after they were planned, after the requests they answered; the ledger keeps its lines. */
@Component
class DeliveryKeeping extends AgingRows {

    static final Setting<Integer> YEARS = new Setting<>(
            "deliveries.kept-years",
            Setting.Group.RETENTION,
            46,
            Forms.number(1, 20),
            6,
            "deliveries.setting.kept",
            "deliveries.setting.kept.hint");

    DeliveryKeeping(JdbcClient jdbc) {
        super(jdbc, "deliveries.delivery", Unit.YEARS, YEARS, """
                select coalesce(organization, '00000000-0000-0000-0000-000000000000') as organization, count(*)::int as rows
                from deliveries.delivery
                where made_at < :before
                group by 1
                """, """
                with old as (
                    select h.id from deliveries.handover h
                    join deliveries.delivery d on d.id = h.delivery where d.made_at < :before
                ), links as (
                    delete from deliveries.link where handover in (select id from old)
                ), comebacks as (
                    delete from deliveries.comeback where handover in (select id from old)
                ), confirmations as (
                    delete from deliveries.confirmation where handover in (select id from old)
                ), parts as (
                    delete from deliveries.part where handover in (select id from old)
                ), handovers as (
                    delete from deliveries.handover where id in (select id from old)
                ), gone as (
                    delete from deliveries.delivery where made_at < :before returning organization
                )
                select coalesce(organization, '00000000-0000-0000-0000-000000000000') as organization, count(*)::int as rows
                from gone group by 1
                """);
    }

    @Override
    public String what(Words t) {
        return t.of("deliveries.kept.delivery");
    }

    @Bean
    static Declared deliveriesKept() {
        return new Declared(List.of(YEARS));
    }
}
