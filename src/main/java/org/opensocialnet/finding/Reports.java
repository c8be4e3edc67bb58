package org.opensocialnet.finding;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.UUID;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.reports.ReportBox;
import org.opensocialnet.reports.Told;
import org.springframework.stereotype.Component;

/** Takes what readers say is wrong to those who keep the records, and is not flooded. Who says it is not asked; an e-mail for an answer is left only by who wants one. */
@Component
class Reports {

    private static final int MOST = 30;
    private static final Duration WITHIN = Duration.ofMinutes(1);

    private final ReportBox box;
    private final Clock clock;
    private final ArrayDeque<Instant> lately = new ArrayDeque<>();

    Reports(ReportBox box, Clock clock) {
        this.box = box;
        this.clock = clock;
    }

    /** A program that filled what people do not see is told that all is well. */
    ReportForm take(UUID service, ReportForm form, String language, boolean trapped) {
        if (form.message().isBlank()) {
            return form.as(ReportForm.State.MISSING);
        }
        if (form.message().length() > ReportBox.LONGEST) {
            return form.as(ReportForm.State.TOO_LONG);
        }
        if (!form.email().isBlank() && !ReportBox.isAddress(form.email().strip())) {
            return form.as(ReportForm.State.NO_ADDRESS);
        }
        if (!trapped) {
            if (tooMany()) {
                return form.as(ReportForm.State.TOO_MANY);
            }
            box.take(new Told(
                    Subject.service(service),
                    form.knownKind(),
                    form.message().strip(),
                    language,
                    form.email().strip(),
                    form.provider()));
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
}
