package org.opensocialnet.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One regular opening, as the city's text writes it: {@code Mo-Fr 09:00-15:00}, {@code 1Tu 17:00-19:00} (monthly),
 * {@code daily 20:00-08:00 usual}, {@code 24h}, {@code Mo-Fr 07:30-12:00 summer}, {@code shut 08-08..08-22},
 * {@code on 12-03 18:30-21:00}, {@code easter 13:00-15:00}, {@code by-appointment}.
 *
 * @param days as iCalendar has them: MO,TU or 1TU
 */
record Opening(
        @Nullable String days,
        @Nullable String opens,
        @Nullable String closes,
        @Nullable Season season,
        @Nullable MonthDay on,
        boolean easter,
        boolean shut,
        boolean appointment,
        boolean onHolidays) {

    private static final List<String> WEEK = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");

    static List<Opening> read(String text) {
        return Arrays.stream(text.split(";"))
                .map(String::strip)
                .map(Opening::one)
                .toList();
    }

    private static Opening one(String text) {
        var words = new ArrayList<>(List.of(text.split(" ")));
        boolean shut = words.remove("shut");
        boolean easter = words.remove("easter");
        boolean usual = words.remove("usual");
        boolean appointment = words.remove("appt") | words.remove("by-appointment");
        var season = season(words, shut);
        var on = words.remove("on") ? MonthDay.parse("--" + words.removeFirst()) : null;
        String days = null;
        String[] hours = {null, null};
        for (var word : words) {
            if (word.equals("24h")) {
                days = days("daily");
                hours = new String[] {"00:00", "00:00"};
            } else if (Character.isDigit(word.charAt(0)) && word.contains(":")) {
                hours = word.split("-");
            } else {
                days = days(word);
            }
        }
        return new Opening(days, hours[0], hours[1], season, on, easter, shut, appointment, usual);
    }

    private static @Nullable Season season(List<String> words, boolean shut) {
        if (shut || words.remove("season")) {
            return Season.of(words.removeFirst());
        }
        return words.remove("summer")
                ? Season.SUMMER
                : words.remove("winter") ? Season.WINTER : words.remove("term") ? Season.TERM : null;
    }

    private static String days(String word) {
        if (word.equals("daily")) {
            return days("Mo-Su");
        }
        return Arrays.stream(word.split(",")).flatMap(Opening::range).collect(Collectors.joining(","));
    }

    /** "Mo-Fr" as its days; "1Tu" and "-1Sa" stay what they are. */
    private static Stream<String> range(String word) {
        int dash = word.indexOf('-', 1);
        if (dash < 0) {
            return Stream.of(word.toUpperCase(Locale.ROOT));
        }
        int first = WEEK.indexOf(word.substring(0, dash));
        int last = WEEK.indexOf(word.substring(dash + 1));
        return WEEK.subList(first, last + 1).stream().map(day -> day.toUpperCase(Locale.ROOT));
    }

    boolean monthly() {
        return days != null && !Character.isLetter(days.charAt(0));
    }

    static String day(LocalDate date) {
        return day(date.getDayOfWeek());
    }

    private static String day(DayOfWeek day) {
        return WEEK.get(day.getValue() - 1).toUpperCase(Locale.ROOT);
    }
}
