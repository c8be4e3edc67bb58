package org.opensocialnet.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hours told in prose, turned into rows of hours where what the prose says is certain. */
final class ProseSchedule {

    private ProseSchedule() {}

    /** Rows to keep beside the given row of a schedule; none where it has hours already or the prose is not certain. */
    static List<@Nullable String[]> of(HsdsTable schedule, @Nullable String[] row) {
        return List.of();
    }
}
