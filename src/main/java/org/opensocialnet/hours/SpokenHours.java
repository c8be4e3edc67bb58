package org.opensocialnet.hours;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.hours.SpokenTime.Half;

/**
 * Decides which hours are meant by the stretches written for one day, as "8-12, 1-5". It knows that offices open in the
 * morning and that one stretch follows another; where morning or evening stays open, there is no answer.
 */
final class SpokenHours {

    private static final int NOON = 12 * 60;
    private static final int DAY = 24 * 60;
    private static final int UNCLEAR = -1;

    /** From one time to another, as written. */
    record Stretch(SpokenTime opens, SpokenTime closes) {

        boolean isUnsaid() {
            return opens.half() == Half.UNSAID && closes.half() == Half.UNSAID;
        }

        boolean isPlainlyMorning() {
            return opens.hour() >= 7 && closes.plain() > opens.plain();
        }
    }

    private SpokenHours() {}

    /** The hours in seconds of the day. {@code twentyFour} says that the text uses a clock of 24 hours. */
    static Optional<List<Range>> of(List<Stretch> stretches, boolean twentyFour) {
        var hours = new ArrayList<Range>();
        int previousEnd = 0;
        for (int at = 0; at < stretches.size(); at++) {
            var stretch = stretches.get(at);
            if (!stretch.opens.isPossible() || !stretch.closes.isPossible()) {
                return Optional.empty();
            }
            boolean last = at + 1 == stretches.size();
            int start = twentyFour ? plain(stretch.opens) : start(stretch, previousEnd);
            int end = twentyFour
                    ? plainEnd(stretch, start, last)
                    : end(stretch, start, last ? null : stretches.get(at + 1).opens);
            if (start == UNCLEAR || end == UNCLEAR || start < previousEnd || start >= DAY || end > DAY && !last) {
                return Optional.empty();
            }
            hours.add(new Range(start * 60, end * 60));
            previousEnd = end;
        }
        return Optional.of(hours);
    }

    private static int plain(SpokenTime time) {
        return switch (time.half()) {
            case UNSAID -> time.plain();
            case BEFORE_NOON -> time.beforeNoon();
            case AFTER_NOON -> time.afterNoon();
        };
    }

    private static int plainEnd(Stretch stretch, int start, boolean last) {
        int end = plain(stretch.closes);
        if (end > start) {
            return end;
        }
        boolean night = start >= NOON && (stretch.closes.showsTwentyFour() || start >= 17 * 60);
        return end == 0 || night && last ? end + DAY : UNCLEAR;
    }

    private static int start(Stretch stretch, int previousEnd) {
        var opens = stretch.opens;
        if (opens.half() == Half.BEFORE_NOON) {
            return opens.beforeNoon();
        }
        if (opens.half() == Half.AFTER_NOON || opens.hour() == 12 || previousEnd >= NOON) {
            return opens.afterNoon();
        }
        return switch (stretch.closes.half()) {
            case UNSAID -> opens.hour() >= 7 ? opens.beforeNoon() : opens.hour() <= 4 ? opens.afterNoon() : UNCLEAR;
            case BEFORE_NOON -> opens.beforeNoon() < stretch.closes.beforeNoon() ? opens.beforeNoon() : UNCLEAR;
            case AFTER_NOON -> startBeforeAfternoonEnd(opens, stretch.closes);
        };
    }

    /** "3-7:30 pm" is all after noon, "9-5 pm" began in the morning, "9-10 pm" may be either. */
    private static int startBeforeAfternoonEnd(SpokenTime opens, SpokenTime closes) {
        if (opens.beforeNoon() >= closes.beforeNoon() || closes.hour() == 12) {
            return opens.hour() >= 5 ? opens.beforeNoon() : UNCLEAR;
        }
        return opens.hour() <= 6 ? opens.afterNoon() : UNCLEAR;
    }

    private static int end(Stretch stretch, int start, @Nullable SpokenTime next) {
        var closes = stretch.closes;
        return switch (closes.half()) {
            case AFTER_NOON -> closes.afterNoon() > start ? closes.afterNoon() : UNCLEAR;
            case BEFORE_NOON -> morningEnd(closes, start);
            case UNSAID -> unsaidEnd(closes, start, next);
        };
    }

    private static int morningEnd(SpokenTime closes, int start) {
        int end = closes.beforeNoon();
        return end > start ? end : start >= NOON || end == 0 ? end + DAY : UNCLEAR;
    }

    private static int unsaidEnd(SpokenTime closes, int start, @Nullable SpokenTime next) {
        int morning = closes.beforeNoon();
        int evening = closes.afterNoon();
        if (closes.hour() == 12 || start >= NOON || morning <= start) {
            return evening > start && evening <= start + NOON ? evening : UNCLEAR;
        }
        boolean anotherFollowsBeforeEvening =
                next != null && next.half() != Half.BEFORE_NOON && next.afterNoon() < evening;
        return anotherFollowsBeforeEvening ? morning : UNCLEAR;
    }
}
