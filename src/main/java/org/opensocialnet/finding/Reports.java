package org.opensocialnet.finding;

import java.time.Duration;
import java.util.UUID;
import org.opensocialnet.access.Attempts;
import org.opensocialnet.access.Attempts.Limit;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.reports.ReportBox;
import org.opensocialnet.reports.Told;
import org.springframework.stereotype.Component;

/** Takes what readers say is wrong to those who keep the records, and is not flooded, on any node. Who says it is not asked; an e-mail for an answer is left only by who wants one. */
@Component
class Reports {

    /** Of all readers together, because nobody asks who they are: thirty at once, then one every two seconds. */
    static final Limit LIMIT = new Limit("report", 30, Duration.ofSeconds(2));

    private final ReportBox box;
    private final Attempts attempts;

    Reports(ReportBox box, Attempts attempts) {
        this.box = box;
        this.attempts = attempts;
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
            if (!attempts.allow(LIMIT, "all")) {
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
}
