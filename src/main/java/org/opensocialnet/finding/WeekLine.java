package org.opensocialnet.finding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opensocialnet.hours.Day;
import org.opensocialnet.web.Words;

/** A week's hours said shortly: days that follow each other with the same times are said once. */
final class WeekLine {

    /** Days in a row with the same times. */
    record Run(List<Day> days, String times) {

        private boolean goesOnWith(Day day, String others) {
            return times.equals(others)
                    && days.getLast().date().getDayOfWeek().getValue() + 1
                            == day.date().getDayOfWeek().getValue();
        }

        String said(Function<LocalDate, String> weekday) {
            var first = weekday.apply(days.getFirst().date());
            var last = weekday.apply(days.getLast().date());
            return switch (days.size()) {
                        case 1 -> first;
                        case 2 -> first + ", " + last;
                        default -> first + "–" + last;
                    }
                    + " " + times;
        }
    }

    private WeekLine() {}

    static String of(Words t, List<Day> week, Function<Day, String> times) {
        var runs = runs(week, times);
        if (runs.size() == 1 && runs.getFirst().days().size() == 7) {
            var always = runs.getFirst().times();
            return always.equals(t.of("finding.hours.all-day")) ? always : t.of("finding.hours.every-day", always);
        }
        return runs.stream().map(run -> run.said(date -> Stop.weekday(t, date))).collect(Collectors.joining(" · "));
    }

    /** From Monday on, wherever the week begins. */
    static List<Run> runs(List<Day> week, Function<Day, String> times) {
        var runs = new ArrayList<Run>();
        week.stream()
                .sorted(Comparator.comparing(day -> day.date().getDayOfWeek()))
                .forEach(day -> add(runs, day, times.apply(day)));
        return runs;
    }

    private static void add(List<Run> runs, Day day, String times) {
        if (times.isEmpty()) {
            return;
        }
        if (!runs.isEmpty() && runs.getLast().goesOnWith(day, times)) {
            runs.getLast().days().add(day);
        } else {
            runs.add(new Run(new ArrayList<>(List.of(day)), times));
        }
    }
}
