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

/** Who signed for a hand-over is forgotten after a time; that it was signed for stays. */
@Component
class SignatureKeeping extends AgingRows {

    static final Setting<Integer> DAYS = new Setting<>(
            "deliveries.signatures-days",
            Setting.Group.RETENTION,
            45,
            Forms.number(30, 3650),
            365,
            "deliveries.setting.signatures",
            "deliveries.setting.signatures.hint");

    SignatureKeeping(JdbcClient jdbc) {
        super(jdbc, "deliveries.signature", Unit.DAYS, DAYS, """
                select coalesce(organization, '00000000-0000-0000-0000-000000000000') as organization, count(*)::int as rows
                from deliveries.handover
                where (signed_by <> '' or signature <> '') and handed_at < :before
                group by 1
                """, """
                with gone as (
                    update deliveries.handover set signed_by = '', signature = '', forgotten = true
                    where (signed_by <> '' or signature <> '') and handed_at < :before
                    returning organization
                )
                select coalesce(organization, '00000000-0000-0000-0000-000000000000') as organization, count(*)::int as rows
                from gone group by 1
                """);
    }

    @Override
    public String what(Words t) {
        return t.of("deliveries.kept.signature");
    }

    @Bean
    static Declared signaturesKept() {
        return new Declared(List.of(DAYS));
    }
}
