package org.opensocialnet.population;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.parcels.Sheet;

/**
 * A file of estimates, read row by row: zone, group, service_type, people, least, most, source, day. Nothing of it is taken
 * where a row is wrong, for half a table reads like a whole one.
 */
record PopulationSheet(List<Estimate> estimates, List<Wrong> wrong) {

    private static final List<String> COLUMNS =
            List.of("zone", "group", "service_type", "people", "least", "most", "source", "day");
    private static final int LONGEST_SOURCE = 300;
    private static final BigDecimal MOST = BigDecimal.valueOf(100_000_000);

    /** What cannot be in a row of the file: the key of the sentence that says so. */
    record Wrong(int row, String column, String reason) {}

    /** The words that rows may use. */
    record Known(Set<String> zones, Set<String> groups, Set<String> types) {}

    static PopulationSheet of(Sheet sheet, Known known, LocalDate today) {
        var headings = sheet.headings().stream()
                .map(heading -> heading.strip().toLowerCase(Locale.ROOT))
                .toList();
        for (var column : List.of("people", "source", "day")) {
            if (!headings.contains(column)) {
                throw Refusal.wrong("population.file.columns", "file", column, String.join(", ", COLUMNS));
            }
        }
        var estimates = new ArrayList<Estimate>();
        var wrong = new ArrayList<Wrong>();
        for (var line : sheet.rows()) {
            var estimate = new Row(line.number(), headings, line.cells(), wrong).read(known, today);
            if (estimate != null) {
                estimates.add(estimate);
            }
        }
        return new PopulationSheet(List.copyOf(estimates), List.copyOf(wrong));
    }

    /** One row of the file; what is wrong with it is added to the list. */
    private record Row(int number, List<String> headings, List<String> cells, List<Wrong> wrong) {

        @Nullable
        Estimate read(Known known, LocalDate today) {
            int faults = wrong.size();
            var zone = word("zone", known.zones(), "population.wrong.zone");
            var group = word("group", known.groups(), "population.wrong.group");
            var type = word("service_type", known.types(), "population.wrong.type");
            var people = amount("people", null);
            var least = amount("least", people);
            var most = amount("most", people);
            var source = cell("source");
            if (source.isEmpty() || source.length() > LONGEST_SOURCE) {
                fault("source", "population.wrong.source");
            }
            var day = day(today);
            if (people == null && wrong.size() == faults) {
                fault("people", "population.wrong.amount");
            }
            if (people == null || least == null || most == null || day == null || wrong.size() > faults) {
                return null;
            }
            if (!(least <= people && people <= most)) {
                fault("least", "population.wrong.interval");
                return null;
            }
            return new Estimate(zone, group, type, people, least, most, source, day);
        }

        private String word(String column, Set<String> words, String reason) {
            var word = cell(column);
            if (!word.isEmpty() && !words.contains(word)) {
                fault(column, reason);
            }
            return word;
        }

        private @Nullable Double amount(String column, @Nullable Double otherwise) {
            var text = cell(column);
            if (text.isEmpty()) {
                return otherwise;
            }
            if (!text.matches("\\d{1,9}([.,]\\d{1,4})?")
                    || new BigDecimal(text.replace(',', '.')).compareTo(MOST) > 0) {
                fault(column, "population.wrong.amount");
                return null;
            }
            return Double.valueOf(text.replace(',', '.'));
        }

        private @Nullable LocalDate day(LocalDate today) {
            try {
                var day = LocalDate.parse(cell("day"));
                if (!day.isAfter(today) && day.getYear() >= 1900) {
                    return day;
                }
            } catch (DateTimeParseException _) {
                // said below, with what is right
            }
            fault("day", "population.wrong.day");
            return null;
        }

        private String cell(String column) {
            int at = headings.indexOf(column);
            return at < 0 ? "" : cells.get(at).strip();
        }

        private void fault(String column, String reason) {
            wrong.add(new Wrong(number, column, reason));
        }
    }
}
