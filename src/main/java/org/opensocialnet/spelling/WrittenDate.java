package org.opensocialnet.spelling;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.opensocialnet.kernel.SearchText;

/** A date as somebody wrote it, as eight digits yyyymmdd (possible or not) or as the four of a year. */
public record WrittenDate(String digits) {

    private static final List<String> MONTHS = List.of(
            "jan ιαν",
            "feb φεβ",
            "mar μαρ",
            "apr απρ",
            "may μαι",
            "jun ιουν",
            "jul ιουλ",
            "aug αυγ",
            "sep σεπ",
            "oct οκτ",
            "nov νοε",
            "dec δεκ");

    /** Empty where no date is to be seen in the text. */
    public static Optional<WrittenDate> read(String text) {
        var parts = SearchText.plain(text.strip().toLowerCase(Locale.ROOT)).split("[^\\p{L}\\p{Nd}]+", -1);
        var given = Arrays.stream(parts).filter(part -> !part.isEmpty()).toList();
        if (given.size() == 1) {
            return ofOne(given.getFirst());
        }
        if (given.size() >= 3) {
            return ofThree(given.get(0), given.get(1), given.get(2));
        }
        return given.stream().filter(WrittenDate::isYear).findFirst().map(WrittenDate::new);
    }

    public boolean isWhole() {
        return digits.length() == 8;
    }

    public String year() {
        return digits.substring(0, 4);
    }

    public String month() {
        return digits.substring(4, 6);
    }

    public String day() {
        return digits.substring(6, 8);
    }

    private static Optional<WrittenDate> ofOne(String run) {
        if (!run.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        if (run.length() == 8) {
            boolean yearLast = !isYear(run.substring(0, 4)) && isYear(run.substring(4));
            return Optional.of(
                    new WrittenDate(yearLast ? run.substring(4) + run.substring(2, 4) + run.substring(0, 2) : run));
        }
        if (run.length() == 14) { // with the time of day
            return Optional.of(new WrittenDate(run.substring(0, 8)));
        }
        return run.length() == 4 ? Optional.of(new WrittenDate(run)) : Optional.empty();
    }

    private static Optional<WrittenDate> ofThree(String first, String second, String third) {
        if (first.length() == 4) {
            return whole(first, month(second), third.length() > 2 ? third.substring(0, 2) : third);
        }
        boolean monthFirst = !Character.isDigit(first.charAt(0));
        return whole(year(third), month(monthFirst ? first : second), monthFirst ? second : first);
    }

    private static Optional<WrittenDate> whole(String year, String month, String day) {
        var digits = year + (month.length() < 2 ? "0" : "") + month + (day.length() < 2 ? "0" : "") + day;
        return digits.matches("[0-9]{8}") ? Optional.of(new WrittenDate(digits)) : Optional.empty();
    }

    private static String month(String text) {
        for (int month = 0; month < 12; month++) {
            var names = MONTHS.get(month).split(" ");
            if (text.startsWith(names[0]) || text.startsWith(names[1])) {
                return Integer.toString(month + 1);
            }
        }
        return text;
    }

    /** Of two digits we take the century in which somebody alive was more probably born. */
    private static String year(String text) {
        if (text.length() != 2 || !text.chars().allMatch(Character::isDigit)) {
            return text;
        }
        return (Integer.parseInt(text) > 30 ? "19" : "20") + text;
    }

    private static boolean isYear(String text) {
        return text.matches("(18|19|20|21)[0-9]{2}");
    }
}
