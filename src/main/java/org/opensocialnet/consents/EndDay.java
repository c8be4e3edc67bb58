package org.opensocialnet.consents;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;

/** The day on which something shared ends: it must be told, not lie behind, and not too far ahead. */
final class EndDay {

    private EndDay() {}

    static @Nullable LocalDate read(Form form, LocalDate today, int longestYears, Words t) {
        var ends = form.field("ends", t.of("consents.ends")).date();
        if (ends == null && form.fault("ends") == null) {
            form.refuse("ends", t.of("workspace.fault.missing", t.of("consents.ends")));
        } else if (ends != null && (ends.isBefore(today) || ends.isAfter(today.plusYears(longestYears)))) {
            form.refuse("ends", t.of("consents.fault.ends", longestYears));
        }
        return ends;
    }
}
