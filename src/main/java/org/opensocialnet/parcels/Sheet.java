package org.opensocialnet.parcels;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.opensocialnet.kernel.Refusal;

/**
 * A list as offices keep it, CSV or XLSX, read in memory as hostile until it ends: headings, then rows, all as texts.
 *
 * @param headings of its columns
 * @param rows each as long as the headings; empty ones are not told
 */
public record Sheet(List<String> headings, List<Line> rows) {

    public static final int MOST_ROWS = 20_000;
    public static final int MOST_COLUMNS = 60;
    private static final int LONGEST = 2_000;
    private static final long UNPACKED = 200L << 20;
    private static final Charset GREEK = Charset.forName("windows-1253");
    private static final Pattern DAY = Pattern.compile("(?i).*[dy].*");

    /** One row: the number it has in the file, and its cells. */
    public record Line(int number, List<String> cells) {}

    public static Sheet read(byte[] file) {
        try {
            var lines = isZip(file) ? workbook(file) : text(file);
            if (lines.size() < 2) {
                throw refused("parcels.sheet.empty");
            }
            return tidied(lines);
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            throw refused("parcels.sheet.broken");
        }
    }

    private static Sheet tidied(List<Line> lines) {
        var headings = lines.getFirst().cells();
        int columns = headings.size();
        while (columns > 0 && headings.get(columns - 1).isEmpty()) {
            columns--;
        }
        if (columns == 0 || columns > MOST_COLUMNS) {
            throw refused("parcels.sheet.columns", MOST_COLUMNS);
        }
        var rows = new ArrayList<Line>();
        for (var line : lines.subList(1, lines.size())) {
            var cells = new ArrayList<String>();
            for (int i = 0; i < columns; i++) {
                cells.add(i < line.cells().size() ? line.cells().get(i) : "");
            }
            rows.add(new Line(line.number(), List.copyOf(cells)));
        }
        return new Sheet(List.copyOf(headings.subList(0, columns)), List.copyOf(rows));
    }

    private static List<Line> text(byte[] file) throws IOException {
        var text = decoded(file);
        var header = text.lines().findFirst().orElse("");
        char delimiter = count(header, ';') > count(header, ',') ? ';' : header.indexOf('\t') >= 0 ? '\t' : ',';
        var lines = new ArrayList<Line>();
        try (var parser = CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(delimiter)
                        .setIgnoreEmptyLines(true)
                        .get())
                .get()) {
            var records = parser.iterator();
            for (long at = 1; records.hasNext(); at = parser.getCurrentLineNumber() + 1) {
                add(lines, (int) at, records.next().stream().toList());
            }
        }
        return lines;
    }

    private static long count(String text, char letter) {
        return text.chars().filter(c -> c == letter).count();
    }

    /** UTF-8; UTF-16 where its mark says so; else what Greek Windows writes. */
    private static String decoded(byte[] file) {
        if (file.length > 1
                && (file[0] == (byte) 0xFF && file[1] == (byte) 0xFE
                        || file[0] == (byte) 0xFE && file[1] == (byte) 0xFF)) {
            return new String(file, StandardCharsets.UTF_16);
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw refused("parcels.sheet.broken");
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException otherwise) {
            return new String(file, GREEK);
        }
    }

    private static boolean isZip(byte[] file) {
        return file.length > 3 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
    }

    private static List<Line> workbook(byte[] file) throws IOException {
        mustStaySmall(file);
        var lines = new ArrayList<Line>();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, false));
                var rows = book.getFirstSheet().openStream()) {
            rows.forEach(row -> add(lines, row.getRowNum(), cells(row)));
        }
        return lines;
    }

    /** Counts what it unpacks to before anything is believed of it. */
    private static void mustStaySmall(byte[] file) throws IOException {
        long unpacked = 0;
        var buffer = new byte[1 << 16];
        try (var zip = ZipFile.builder().setByteArray(file).get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                try (var in = zip.getInputStream(entry)) {
                    for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                        unpacked += n;
                        if (unpacked > UNPACKED) {
                            throw refused("parcels.sheet.bomb");
                        }
                    }
                }
            }
        }
    }

    private static List<String> cells(Row row) {
        var cells = new ArrayList<String>();
        for (var cell : row) {
            cells.add(cell == null ? "" : text(cell));
            if (cells.size() > MOST_COLUMNS + 1) {
                break;
            }
        }
        return cells;
    }

    /** Numbers with all their digits, days as days: a spreadsheet shows both as something else. */
    private static String text(Cell cell) {
        if (cell.getType() != CellType.NUMBER) {
            return cell.getText();
        }
        var shown = cell.getDataFormatString();
        if (shown != null
                && DAY.matcher(shown.replaceAll("\\[[^]]*]|\"[^\"]*\"|General", ""))
                        .matches()) {
            return cell.asDate().toLocalDate().toString();
        }
        return new BigDecimal(cell.getRawValue()).stripTrailingZeros().toPlainString();
    }

    private static void add(List<Line> lines, int number, List<String> cells) {
        var texts = cells.stream()
                .map(cell -> cell.replaceAll("[\\p{Cntrl}\\s]+", " ").strip())
                .map(cell -> cell.length() > LONGEST ? cell.substring(0, LONGEST) : cell)
                .toList();
        if (texts.stream().allMatch(String::isEmpty)) {
            return;
        }
        if (lines.size() > MOST_ROWS) {
            throw refused("parcels.sheet.rows", MOST_ROWS);
        }
        lines.add(new Line(number, texts));
    }

    private static Refusal refused(String key, Object... arguments) {
        return Refusal.wrong(key, "file", arguments);
    }
}
