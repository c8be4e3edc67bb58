package org.opensocialnet.linking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.OperatorError;
import org.opensocialnet.matching.Encoder;
import org.opensocialnet.matching.Field;
import org.opensocialnet.matching.Kind;
import org.opensocialnet.matching.People;

/** A spreadsheet of people, read row by row and encoded at once: the values are not kept. */
record Sheet(List<String> ids, People people) {

    private static final int AT_ONCE = 8_192;

    /** The names of the columns. */
    static List<String> header(Path file) {
        try (var parser = open(file)) {
            return header(file, parser);
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(file, e);
        }
    }

    private static List<String> header(Path file, CSVParser parser) {
        var header = parser.getHeaderNames();
        if (header.isEmpty()) {
            throw new OperatorError(2, file + " is empty.");
        }
        return header;
    }

    /** How many rows have an id that an earlier row has. */
    int idsAgain() {
        return ids.size() - new HashSet<>(ids).size();
    }

    /** The fields of a form for these columns: of several of one kind, in their order. */
    static List<Field> fields(Map<String, Kind> columns) {
        var counts = new LinkedHashMap<Kind, Integer>();
        var fields = new ArrayList<Field>();
        columns.forEach((name, kind) ->
                fields.add(new Field(fieldName(kind, counts.merge(kind, 1, Integer::sum)), kind)));
        return fields;
    }

    private static String fieldName(Kind kind, int which) {
        return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + (which == 1 ? "" : " " + which);
    }

    static Sheet read(Path file, String id, Map<String, Kind> columns, Encoder encoder) {
        var sheet = new Sheet(new ArrayList<>(), new People(encoder.form()));
        try (var parser = open(file)) {
            var header = header(file, parser);
            require(file, header, id);
            columns.keySet().forEach(name -> require(file, header, name));
            var fields = fields(columns);
            var names = List.copyOf(columns.keySet());
            int[] places = encoder.form().fields().stream()
                    .mapToInt(field -> header.indexOf(names.get(fields.indexOf(field))))
                    .toArray();
            var rows = new ArrayList<CSVRecord>();
            for (var row : parser) {
                rows.add(row);
                if (rows.size() == AT_ONCE) {
                    sheet.take(rows, header.indexOf(id), places, encoder);
                }
            }
            sheet.take(rows, header.indexOf(id), places, encoder);
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(file, e);
        }
        return sheet;
    }

    private void take(List<CSVRecord> rows, int id, int[] places, Encoder encoder) {
        var encoded = rows.parallelStream()
                .map(row -> encoder.encode(
                        IntStream.of(places).mapToObj(place -> cell(row, place)).toList()))
                .toList();
        for (int at = 0; at < rows.size(); at++) {
            var name = cell(rows.get(at), id);
            ids.add(name == null || name.isEmpty() ? "line " + (rows.get(at).getRecordNumber() + 1) : name);
            people.add(encoded.get(at));
        }
        rows.clear();
    }

    /** A row may be shorter than the header; what is not there is not known. */
    private static String cell(CSVRecord row, int place) {
        return place < row.size() ? row.get(place) : "";
    }

    private static CSVParser open(Path file) throws IOException {
        var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        reader.mark(65_536);
        int first = reader.read();
        var line = reader.readLine();
        reader.reset();
        if (first == '\uFEFF') {
            reader.skip(1);
        }
        var head = line == null ? "" : line;
        char delimiter = most(head);
        return CSVParser.builder()
                .setReader(reader)
                .setFormat(CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(delimiter)
                        .setIgnoreSurroundingSpaces(true)
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .setAllowMissingColumnNames(true)
                        .setLenientEof(true)
                        .setTrailingData(true)
                        .get())
                .get();
    }

    private static char most(String head) {
        return (char) ",;\t|"
                .chars()
                .boxed()
                .max(Comparator.comparingLong(
                        sign -> head.chars().filter(c -> c == sign).count()))
                .orElse((int) ',')
                .intValue();
    }

    private static void require(Path file, List<String> header, String name) {
        if (!header.contains(name)) {
            throw new OperatorError(
                    2, file + " has no column \"" + name + "\". It has: " + String.join(", ", header) + ".");
        }
    }

    private static OperatorError unreadable(Path file, Exception e) {
        var cause = e instanceof UncheckedIOException wrapped ? wrapped.getCause() : e;
        var why = cause instanceof MalformedInputException
                ? "is not in UTF-8: save it as \"CSV UTF-8\""
                : Files.exists(file) ? "cannot be read: " + reason(cause) : "does not exist";
        return new OperatorError(2, file + " " + why + ".");
    }

    private static @Nullable String reason(@Nullable Throwable cause) {
        return cause == null ? "" : cause.getMessage();
    }
}
