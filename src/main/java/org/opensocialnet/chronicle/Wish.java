package org.opensocialnet.chronicle;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opensocialnet.support.Asker;
import org.opensocialnet.support.Line;

/**
 * One invented request.
 *
 * @param form the form it is begun with: told twice, it is one
 * @param lines of no request yet
 * @param day on which it was begun
 */
record Wish(UUID form, Asker asker, String title, String story, List<Line> lines, LocalDate day, Fate fate) {

    Wish {
        lines = List.copyOf(lines);
    }
}
