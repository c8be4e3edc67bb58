package org.opensocialnet.entries;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.ledger.About;
import org.opensocialnet.ledger.Amount;
import org.opensocialnet.ledger.Amount.Unit;
import org.opensocialnet.ledger.EntryId.Book;
import org.opensocialnet.parcels.Sheet;

/** Reads a sheet of entries by its headings, in either language: rows that can be brought in, and what is wrong with others. */
final class BatchReading {

    private static final Pattern DAY = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final int FIRST_YEAR = 2000;
    private static final int MOST = 100_000;
    private static final int MOST_FAULTS = 200;

    /** What a column holds, and what it may be called. */
    enum Field {
        DAY("ημερα", "ημερομηνια", "day", "date"),
        TYPE("ειδος υπηρεσιας", "ειδος", "kind of service", "service type", "type"),
        GROUP("ομαδα", "group"),
        ZONE("δημοτικη κοινοτητα", "κοινοτητα", "municipal community", "community", "zone"),
        PEOPLE("ανθρωποι", "ατομα", "people"),
        QUANTITY("ποσοτητα", "quantity"),
        UNIT("μοναδα", "unit"),
        SOURCE("απο που το ξερετε", "πηγη", "how you know", "source"),
        REASON("λογος", "reason");

        private final Set<String> names;

        Field(String... names) {
            this.names = Set.of(names);
        }
    }

    /** One row that can be brought in, as codes. */
    record Row(
            int number,
            String day,
            String type,
            String group,
            String zone,
            int people,
            int quantity,
            String unit,
            String source,
            String reason) {

        About about(UUID organization) {
            return new About(type, group, zone, organization, null);
        }

        Amount amount() {
            return new Amount(people, BigDecimal.valueOf(quantity), quantity == 0 ? null : Unit.of(unit));
        }
    }

    /** What is wrong with what stands in a cell. */
    enum Wrong {
        EMPTY,
        NO_DAY,
        FUTURE,
        TOO_OLD,
        NO_NUMBER,
        UNKNOWN,
        NOTHING
    }

    /** What is wrong with a line: in which column and how, without what stands there. */
    record Fault(int number, Field field, Wrong wrong) {}

    /** All of a sheet. */
    record Read(int lines, List<Row> rows, List<Fault> faults) {}

    private final Book book;
    private final LocalDate today;
    private final Map<Field, Map<String, String>> codes;
    private final Map<Field, Integer> columns = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    /** @param codes for each field of words, the code of each name it may be written by */
    BatchReading(Book book, LocalDate today, Map<Field, Map<String, String>> codes) {
        this.book = book;
        this.today = today;
        this.codes = codes;
    }

    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace('ς', 'σ')
                .strip();
    }

    Read read(Sheet sheet) {
        for (int i = 0; i < sheet.headings().size(); i++) {
            var heading = plain(sheet.headings().get(i));
            for (var field : Field.values()) {
                if (field.names.stream().anyMatch(name -> plain(name).equals(heading))) {
                    columns.putIfAbsent(field, i);
                }
            }
        }
        if (!columns.containsKey(Field.DAY)
                || !columns.containsKey(Field.TYPE)
                || !columns.containsKey(Field.PEOPLE) && !columns.containsKey(Field.QUANTITY)) {
            throw Refusal.wrong("entries.file.headings", "file");
        }
        sheet.rows().forEach(this::line);
        return new Read(sheet.rows().size(), List.copyOf(rows), List.copyOf(faults));
    }

    private void line(Sheet.Line line) {
        var wrong = new boolean[1];
        var day = day(line, wrong);
        int people = count(line, Field.PEOPLE, wrong);
        int quantity = count(line, Field.QUANTITY, wrong);
        if (!wrong[0] && people + quantity == 0) {
            fault(line, Field.PEOPLE, Wrong.NOTHING, wrong);
        }
        var type = code(line, Field.TYPE, true, wrong);
        var group = code(line, Field.GROUP, false, wrong);
        var zone = code(line, Field.ZONE, false, wrong);
        var unit = code(line, Field.UNIT, quantity > 0, wrong);
        var source = code(line, Field.SOURCE, false, wrong);
        var reason = book == Book.NEED ? code(line, Field.REASON, false, wrong) : "";
        if (day != null && !wrong[0]) {
            rows.add(new Row(
                    line.number(),
                    day.toString(),
                    type,
                    group,
                    zone,
                    people,
                    quantity,
                    unit,
                    source.isEmpty() ? book == Book.NEED ? "asked" : "records" : source,
                    reason));
        }
    }

    private void fault(Sheet.Line line, Field field, Wrong how, boolean[] wrong) {
        wrong[0] = true;
        if (faults.size() < MOST_FAULTS) {
            faults.add(new Fault(line.number(), field, how));
        }
    }

    private String cell(Sheet.Line line, Field field) {
        var at = columns.get(field);
        return at == null ? "" : line.cells().get(at);
    }

    private @Nullable LocalDate day(Sheet.Line line, boolean[] wrong) {
        var text = cell(line, Field.DAY);
        var day = day(text);
        if (day == null) {
            fault(line, Field.DAY, text.isEmpty() ? Wrong.EMPTY : Wrong.NO_DAY, wrong);
        } else if (day.isAfter(today)) {
            fault(line, Field.DAY, Wrong.FUTURE, wrong);
        } else if (day.getYear() < FIRST_YEAR) {
            fault(line, Field.DAY, Wrong.TOO_OLD, wrong);
        }
        return day;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            var match = DAY.matcher(text);
            return match.matches()
                    ? LocalDate.of(
                            Integer.parseInt(match.group(3)),
                            Integer.parseInt(match.group(2)),
                            Integer.parseInt(match.group(1)))
                    : LocalDate.parse(text);
        } catch (DateTimeException _) {
            return null;
        }
    }

    private int count(Sheet.Line line, Field field, boolean[] wrong) {
        var text = cell(line, field);
        if (text.isEmpty()) {
            return 0;
        }
        if (text.matches("\\d{1,6}") && Integer.parseInt(text) <= MOST) {
            return Integer.parseInt(text);
        }
        fault(line, field, Wrong.NO_NUMBER, wrong);
        return 0;
    }

    private String code(Sheet.Line line, Field field, boolean needed, boolean[] wrong) {
        var text = cell(line, field);
        if (text.isEmpty() && !needed) {
            return "";
        }
        var code = codes.getOrDefault(field, Map.of()).get(plain(text));
        if (code == null) {
            fault(line, field, text.isEmpty() ? Wrong.EMPTY : Wrong.UNKNOWN, wrong);
            return "";
        }
        return code;
    }
}
