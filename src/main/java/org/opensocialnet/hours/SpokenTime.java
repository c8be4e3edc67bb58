package org.opensocialnet.hours;

import org.jspecify.annotations.Nullable;

/** A time of day as written: perhaps without saying whether before or after noon. */
record SpokenTime(int hour, int minute, Half half, boolean padded) {

    enum Half {
        UNSAID,
        BEFORE_NOON,
        AFTER_NOON
    }

    static final SpokenTime NOON = new SpokenTime(12, 0, Half.AFTER_NOON, false);
    static final SpokenTime MIDNIGHT = new SpokenTime(12, 0, Half.BEFORE_NOON, false);

    static SpokenTime of(String hour, @Nullable String minute, @Nullable String half) {
        int minutes = minute == null ? 0 : Integer.parseInt(minute);
        return new SpokenTime(Integer.parseInt(hour), minutes, half(half), hour.length() == 2 && hour.startsWith("0"));
    }

    /** Only a clock of 24 hours shows it like this: 14:30, 09:00. */
    boolean showsTwentyFour() {
        return hour > 12 || hour == 0 || padded;
    }

    boolean isPossible() {
        return minute < 60 && (half == Half.UNSAID ? hour < 24 || hour == 24 && minute == 0 : hour >= 1 && hour <= 12);
    }

    /** Minutes from midnight by a clock of 24 hours. */
    int plain() {
        return hour * 60 + minute;
    }

    /** Minutes from midnight if it is before noon; 12 is midnight then. */
    int beforeNoon() {
        return hour % 12 * 60 + minute;
    }

    int afterNoon() {
        return beforeNoon() + 12 * 60;
    }

    private static Half half(@Nullable String word) {
        if (word == null) {
            return Half.UNSAID;
        }
        return switch (word.charAt(0)) {
            case 'a', 'π' -> Half.BEFORE_NOON;
            case 'm' -> word.startsWith("midnight") ? Half.BEFORE_NOON : Half.AFTER_NOON;
            default -> word.equals("τα μεσανυχτα") ? Half.BEFORE_NOON : Half.AFTER_NOON;
        };
    }
}
