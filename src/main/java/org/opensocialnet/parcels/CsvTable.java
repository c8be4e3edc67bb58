package org.opensocialnet.parcels;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.opensocialnet.intake.RowOrigin;

/** One CSV file, read row by row. A row that cannot be trusted is left out; a file that cannot is refused. */
final class CsvTable {

    private final String file;
    private final String table;
    private final Limits limits;
    private final RowSink sink;

    CsvTable(String file, String table, Limits limits, RowSink sink) {
        this.file = file;
        this.table = table;
        this.limits = limits;
        this.sink = sink;
    }

    void read(InputStream in) throws IOException {
        try (var guard = new Guard(Encoding.reader(file, in));
                var parser = CSVParser.builder()
                        .setReader(guard)
                        .setFormat(format(guard.firstLine()))
                        .get()) {
            var records = parser.iterator();
            if (!hasNext(parser, records)) {
                return;
            }
            var columns = columns(records.next());
            var places = places(columns);
            long line = parser.getCurrentLineNumber() + 1;
            while (hasNext(parser, records)) {
                var row = records.next();
                guard.rowEnds();
                take(row, columns, places, new RowOrigin(file, line));
                line = parser.getCurrentLineNumber() + 1;
            }
        }
    }

    /** Commas; but where the header has none, whatever it has instead. */
    private static CSVFormat format(String header) {
        char delimiter = header.contains(",") ? ',' : header.contains(";") ? ';' : header.contains("\t") ? '\t' : ',';
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(true)
                .setTrailingData(true)
                .get();
    }

    private boolean hasNext(CSVParser parser, java.util.Iterator<CSVRecord> records) {
        long line = parser.getCurrentLineNumber() + 1;
        try {
            return records.hasNext();
        } catch (UncheckedIOException | IllegalStateException broken) {
            throw Limits.refusal(file, Unreadable.QUOTE_NEVER_CLOSED, line);
        }
    }

    private List<String> columns(CSVRecord header) {
        var columns = header.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        var seen = new HashSet<String>();
        for (var column : columns) {
            if (!column.isEmpty() && !seen.add(column)) {
                throw Limits.refusal(file, Unreadable.COLUMN_TWICE, column);
            }
        }
        if (!columns.contains("id")) {
            throw Limits.refusal(file, Unreadable.NO_HEADER);
        }
        return columns;
    }

    /** Where each column stands; one without a name is nowhere. */
    private static Map<String, Integer> places(List<String> columns) {
        var places = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).isEmpty()) {
                places.put(columns.get(i), i);
            }
        }
        return places;
    }

    private void take(CSVRecord row, List<String> columns, Map<String, Integer> places, RowOrigin origin) {
        if (row.size() < columns.size() || hasMore(row, columns.size())) {
            sink.leaveOut(
                    table,
                    origin,
                    null,
                    row.size() == 0 ? null : row.get(0),
                    "has %d columns where the header names %d".formatted(row.size(), columns.size()));
            return;
        }
        var cells = new String[columns.size()];
        for (int i = 0; i < columns.size(); i++) {
            var value = row.get(i);
            if (value.length() > limits.cell()) {
                sink.leaveOut(
                        table,
                        origin,
                        columns.get(i),
                        value.substring(0, 80),
                        "is %,d characters long; at most %,d are accepted".formatted(value.length(), limits.cell()));
                return;
            }
            if (value.indexOf(Encoding.BROKEN) >= 0) {
                sink.leaveOut(
                        table,
                        origin,
                        columns.get(i),
                        value.replace(Encoding.BROKEN, '\uFFFD'),
                        "holds bytes that are not UTF-8 text");
                return;
            }
            cells[i] = value.strip();
        }
        sink.row(table, origin, new CsvRow(places, cells));
    }

    private static boolean hasMore(CSVRecord row, int columns) {
        for (int i = columns; i < row.size(); i++) {
            if (!row.get(i).isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** Lets no row grow beyond what memory should hold, and shows the header before the parser reads it. */
    private final class Guard extends FilterReader {

        private long sinceRow;

        Guard(Reader in) {
            super(new java.io.BufferedReader(in, 1 << 16));
        }

        String firstLine() throws IOException {
            var line = new StringBuilder();
            in.mark(1 << 14);
            for (int c = in.read(); c >= 0 && c != '\n' && line.length() < (1 << 14) - 2; c = in.read()) {
                line.append((char) c);
            }
            in.reset();
            return line.toString();
        }

        void rowEnds() {
            sinceRow = 0;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            sinceRow += Math.max(n, 0);
            if (sinceRow > limits.row()) {
                throw Limits.refusal(file, Unreadable.ROW_TOO_LONG, limits.row());
            }
            return n;
        }
    }
}
