package org.opensocialnet.finding;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.UUID;
import org.opensocialnet.directory.Directory;
import org.opensocialnet.directory.Subject;
import org.springframework.stereotype.Component;

/** Takes what readers say is wrong to the directory, and is not flooded. Who says it is neither asked nor kept. */
@Component
class Reports {

    private static final int LONGEST = 2_000;
    private static final int MOST = 30;
    private static final Duration WITHIN = Duration.ofMinutes(1);

    private final Directory directory;
    private final Clock clock;
    private final ArrayDeque<Instant> lately = new ArrayDeque<>();

    Reports(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** A program that filled what people do not see is told that all is well. */
    ReportForm take(UUID service, ReportForm form, String language, boolean trapped) {
        if (form.message().isBlank()) {
            return form.as(ReportForm.State.MISSING);
        }
        if (form.message().length() > LONGEST) {
            return form.as(ReportForm.State.TOO_LONG);
        }
        if (!trapped) {
            if (tooMany()) {
                return form.as(ReportForm.State.TOO_MANY);
            }
            directory.report(
                    Subject.service(service), form.knownKind(), form.message().strip(), language);
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
