package org.opensocialnet.letters;

import org.jspecify.annotations.Nullable;
import org.opensocialnet.messaging.LetterBook.Line;
import org.opensocialnet.messaging.LetterBook.State;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Items.Tone;

/** What became of a letter, in the reader's words: its state, how that looks, and why. */
record Fate(String state, Tone tone, @Nullable String reason) {

    static Fate of(Line line, Words t) {
        var why = line.reason() != null
                ? reason(line.reason(), t)
                : line.gathered() ? t.of("letters.reason.gathered") : null;
        return new Fate(state(line.state(), t), tone(line.state()), line.state() == State.SENT ? null : why);
    }

    static String state(State state, Words t) {
        return switch (state) {
            case WAITING -> t.of("letters.state.waiting");
            case SENT -> t.of("letters.state.sent");
            case DEAD -> t.of("letters.state.dead");
            case WITHHELD -> t.of("letters.state.withheld");
        };
    }

    private static Tone tone(State state) {
        return switch (state) {
            case WAITING -> Tone.WAITING;
            case SENT -> Tone.GOOD;
            case DEAD -> Tone.ATTENTION;
            case WITHHELD -> Tone.NEUTRAL;
        };
    }

    /** A code of ours in words; what a mail server said stays as it is. */
    static String reason(String code, Words t) {
        return switch (code) {
            case "refused" -> t.of("letters.reason.refused");
            case "too-many-tries" -> t.of("letters.reason.too-many-tries");
            case "too-old" -> t.of("letters.reason.too-old");
            case "unsure" -> t.of("letters.reason.unsure");
            case "unreadable" -> t.of("letters.reason.unreadable");
            case "not-written" -> t.of("letters.reason.not-written");
            case "no-kind" -> t.of("letters.reason.no-kind");
            case "unsubscribed" -> t.of("letters.reason.unsubscribed");
            case "too-often" -> t.of("letters.reason.too-often");
            default -> code;
        };
    }

    static String step(String what, Words t) {
        return switch (what) {
            case "tried" -> t.of("letters.step.tried");
            case "sent" -> t.of("letters.step.sent");
            case "deferred" -> t.of("letters.step.deferred");
            case "refused" -> t.of("letters.step.refused");
            case "dead" -> t.of("letters.step.dead");
            case "withheld" -> t.of("letters.step.withheld");
            case "again" -> t.of("letters.step.again");
            default -> what;
        };
    }
}
