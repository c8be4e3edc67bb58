package org.opensocialnet.rounds;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.rounds.Asked.Progress;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Items;

/** How far an organisation or a round has come, in the reader's words. */
final class ProgressWords {

    private ProgressWords() {}

    static String say(Progress progress, Words t) {
        return switch (progress) {
            case DIFFERENT -> t.of("rounds.progress.different");
            case UNCHANGED -> t.of("rounds.progress.unchanged");
            case WITHDRAWN -> t.of("rounds.progress.withdrawn");
            case OVERDUE -> t.of("rounds.progress.overdue");
            case NO_EMAIL -> t.of("rounds.progress.no-email");
            case NOT_SENT -> t.of("rounds.progress.not-sent");
            case UNDELIVERED -> t.of("rounds.progress.undelivered");
            case WITHHELD -> t.of("rounds.progress.withheld");
            case OPENED -> t.of("rounds.progress.opened");
            case SENT -> t.of("rounds.progress.sent");
        };
    }

    static String say(Round.State state, Words t) {
        return switch (state) {
            case DRAFT -> t.of("rounds.state.draft");
            case OPEN -> t.of("rounds.state.open");
            case CLOSED -> t.of("rounds.state.closed");
        };
    }

    static @Nullable Progress of(String code) {
        return Arrays.stream(Progress.values())
                .filter(progress -> Items.code(progress).equals(code))
                .findFirst()
                .orElse(null);
    }
}
