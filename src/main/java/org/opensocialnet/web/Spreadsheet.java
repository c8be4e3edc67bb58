package org.opensocialnet.web;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A table a reader opens in a spreadsheet program, written row by row so that its length costs no memory.
 * Numbers stay numbers, and no text of ours can start a formula there.
 */
public enum Spreadsheet {
    CSV("csv", "text/csv;charset=UTF-8") {
        @Override
        public void write(OutputStream out, String title, List<String> header, Stream<? extends List<?>> rows)
                throws IOException {
            var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
            writer.write('\uFEFF'); // without it, Excel reads Greek as another alphabet
            var table = new CSVPrinter(writer, CSVFormat.EXCEL);
            table.printRecord(header.stream().map(Spreadsheet::harmless));
            for (var row : (Iterable<List<?>>) rows.<List<?>>map(row -> row)::iterator) {
                for (var cell : row) {
                    table.print(cell instanceof Number ? plain(cell) : harmless(text(cell)));
                }
                table.println();
            }
            table.flush();
        }
    },

    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        public void write(OutputStream out, String title, List<String> header, Stream<? extends List<?>> rows)
                throws IOException {
            try (var book = new Workbook(out, "OpenSocialNet", "1.0")) {
                var sheet = book.newWorksheet(sheetName(title));
                sheet.freezePane(0, 1);
                for (int column = 0; column < header.size(); column++) {
                    sheet.width(column, 24);
                    sheet.value(0, column, cellText(header.get(column)));
                    sheet.style(0, column).bold().set();
                }
                int line = 1;
                for (var row : (Iterable<List<?>>) rows.<List<?>>map(row -> row)::iterator) {
                    if (line == LAST_LINE) {
                        break;
                    }
                    fill(sheet, line++, row);
                    if (line % 1000 == 0) {
                        sheet.flush();
                    }
                }
            }
        }
    };

    /** What a cell of Excel holds at most, and what a sheet does. */
    private static final int LONGEST_CELL = 32_767;

    private static final int LAST_LINE = 1_048_576;

    private final String extension;
    private final String mediaType;

    Spreadsheet(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /**
     * Writes one table. Cells may be texts, numbers, booleans, dates or null; everything but a number is
     * written as text. The stream of rows is read once and not closed.
     */
    public abstract void write(OutputStream out, String title, List<String> header, Stream<? extends List<?>> rows)
            throws IOException;

    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** A text that a spreadsheet program takes as text, whatever it begins with. */
    public static String harmless(String text) {
        return startsFormula(text) ? "'" + text : text;
    }

    private static boolean startsFormula(String text) {
        if (text.isEmpty()) {
            return false;
        }
        return "\t\r\n".indexOf(text.charAt(0)) >= 0
                || text.codePoints()
                        .dropWhile(
                                c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c))
                        .limit(1)
                        .anyMatch(c -> "=+-@＝＋－＠".indexOf(c) >= 0);
    }

    /** XLSX stores text as text: it needs no apostrophe, only to stay within what XML and Excel can hold. */
    private static void fill(Worksheet sheet, int line, List<?> row) {
        int column = 0;
        for (var cell : row) {
            switch (cell) {
                case null -> {}
                case Number number -> sheet.value(line, column, number);
                default -> sheet.inlineString(line, column, cellText(text(cell)));
            }
            column++;
        }
    }

    private static String cellText(String text) {
        var clean = text.codePoints()
                .filter(c ->
                        c == '\t' || c == '\n' || c >= ' ' && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return clean.length() <= LONGEST_CELL ? clean : clean.substring(0, LONGEST_CELL - 1) + "…";
    }

    private static String sheetName(String title) {
        var name = cellText(title).replaceAll("[\\[\\]*/\\\\?:']", " ").strip();
        return name.isEmpty() ? "1" : name.substring(0, Math.min(31, name.length()));
    }

    private static String plain(Object number) {
        return number instanceof BigDecimal decimal ? decimal.toPlainString() : number.toString();
    }

    private static String text(@Nullable Object cell) {
        return cell == null ? "" : cell.toString();
    }
}
