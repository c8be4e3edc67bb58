package org.opensocialnet.finding;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Takes what readers say is wrong, keeps it for those who look after the records, and is not flooded. */
@Repository
class Reports {

    private static final int LONGEST = 4_000;
    private static final int MOST = 30;
    private static final Duration WITHIN = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ArrayDeque<Instant> lately = new ArrayDeque<>();

    Reports(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A program that filled what people do not see is told that all is well. */
    ReportForm take(UUID service, ReportForm form, boolean trapped) {
        if (form.message().isBlank()) {
            return form.as(ReportForm.State.MISSING);
        }
        if (form.message().length() > LONGEST || form.contact().length() > LONGEST) {
            return form.as(ReportForm.State.TOO_LONG);
        }
        if (!trapped) {
            if (tooMany()) {
                return form.as(ReportForm.State.TOO_MANY);
            }
            keep(service, form);
        }
        return form.as(ReportForm.State.KEPT);
    }

    private synchronized boolean tooMany() {
        var now = clock.instant();
        while (!lately.isEmpty() && lately.peekFirst().plus(WITHIN).isBefore(now)) {
            lately.removeFirst();
        }
        if (lately.size() >= MOST) {
            return true;
        }
        lately.addLast(now);
        return false;
    }

    private void keep(UUID service, ReportForm form) {
        jdbc.sql("""
                insert into finding.report (id, service_id, message, contact)
                values (:id, :service, :message, :contact)
                """)
                .param("id", org.opensocialnet.kernel.Uuid7.next())
                .param("service", service)
                .param("message", form.message().strip())
                .param("contact", form.contact().strip())
                .update();
    }
}
