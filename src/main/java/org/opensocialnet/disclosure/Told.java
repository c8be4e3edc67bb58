package org.opensocialnet.disclosure;

import java.time.LocalDate;
import java.util.List;

/** All that became public in one telling, the rule included: whoever attacks knows it. */
public record Told(String subject, Period period, LocalDate date, Rule rule, List<Sheet> sheets) {

    public Told {
        sheets = List.copyOf(sheets);
    }
}
