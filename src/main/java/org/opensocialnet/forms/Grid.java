package org.opensocialnet.forms;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.opensocialnet.kernel.Refusal;

/** The sheets of a workbook as somebody sent it, read in memory as hostile until they end: rows of texts by their headings. */
record Grid(Map<String, List<Line>> sheets) {

    static final int MOST_BYTES = 2 << 20;
    private static final int MOST_ROWS = 3_000;
    private static final int MOST_COLUMNS = 80;
    private static final int LONGEST = 5_000;
    private static final long UNPACKED = 40L << 20;

    /** One row: the number it has in the file, and its cells by the heading of their column, in small letters. */
    record Line(int number, Map<String, String> cells) {

        String text(String heading) {
            return cells.getOrDefault(heading, "");
        }
    }

    List<Line> sheet(String name) {
        return sheets.getOrDefault(name, List.of());
    }

    static Grid read(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw Refusal.wrong("forms.file.big", "file");
        }
        if (file.length < 4 || file[0] != 'P' || file[1] != 'K') {
            throw Refusal.wrong("forms.file.none", "file");
        }
        try {
            mustStaySmall(file);
            var sheets = new LinkedHashMap<String, List<Line>>();
            try (var book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
                for (var sheet : book.getSheets().limit(20).toList()) {
                    sheets.put(sheet.getName().strip().toLowerCase(Locale.ROOT), lines(sheet));
                }
            }
            return new Grid(sheets);
        } catch (IOException | UncheckedIOException | IllegalStateException | IllegalArgumentException broken) {
            throw Refusal.wrong("forms.file.none", "file");
        }
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
                            throw Refusal.wrong("forms.file.big", "file");
                        }
                    }
                }
            }
        }
    }

    private static List<Line> lines(Sheet sheet) throws IOException {
        var lines = new ArrayList<Line>();
        var headings = new ArrayList<String>();
        try (var rows = sheet.openStream()) {
            for (var row : (Iterable<Row>) rows::iterator) {
                var cells = cells(row);
                if (cells.stream().allMatch(String::isEmpty)) {
                    continue;
                }
                if (headings.isEmpty()) {
                    cells.forEach(cell -> headings.add(cell.toLowerCase(Locale.ROOT)));
                    continue;
                }
                if (lines.size() == MOST_ROWS) {
                    throw Refusal.wrong("forms.file.big", "file");
                }
                var named = new LinkedHashMap<String, String>();
                for (int i = 0; i < Math.min(cells.size(), headings.size()); i++) {
                    if (!cells.get(i).isEmpty() && !headings.get(i).isEmpty()) {
                        named.putIfAbsent(headings.get(i), cells.get(i));
                    }
                }
                lines.add(new Line(row.getRowNum(), named));
            }
        }
        return lines;
    }

    private static List<String> cells(Row row) {
        var cells = new ArrayList<String>();
        for (var cell : row) {
            cells.add(cell == null ? "" : text(cell));
            if (cells.size() == MOST_COLUMNS) {
                break;
            }
        }
        return cells;
    }

    private static String text(Cell cell) {
        var text = cell.getType() == CellType.NUMBER
                ? new BigDecimal(cell.getRawValue()).stripTrailingZeros().toPlainString()
                : cell.getText();
        var clean = text.replaceAll("[\\p{Cntrl}&&[^\\n]]", " ").strip();
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
    }
}
