package org.opensocialnet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.HtmlUtils;

class SpreadsheetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://example.org\")",
                "+30 210 0000000",
                "-2+3",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "  =1",
                "\u00A0=1",
                "＝1"
            })
    void aTextThatCouldStartAFormulaIsKeptFromIt(String text) throws IOException {
        assertThat(csv(List.of(text))).contains("'" + text.replace("\"", "\"\""));
    }

    @Test
    void anOrdinaryTextStaysAsItIs() throws IOException {
        assertThat(csv(List.of("Συσσίτιο, δείπνο", "a \"b\"", "5=5")))
                .isEqualTo("\uFEFFΤηλέφωνο\r\n\"Συσσίτιο, δείπνο\",\"a \"\"b\"\"\",5=5\r\n");
    }

    @Test
    void aNegativeNumberIsANumberAndNotAFormula() throws IOException {
        assertThat(csv(Arrays.asList(-23.7, null, 4))).endsWith("-23.7,,4\r\n");
    }

    @Test
    void aHeaderCouldStartAFormulaToo() throws IOException {
        var out = new ByteArrayOutputStream();
        Spreadsheet.CSV.write(out, "", List.of("=1"), Stream.of());

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("\uFEFF'=1\r\n");
    }

    @Test
    void excelGetsTextAsTextAndNumbersAsNumbers() throws IOException {
        var out = new ByteArrayOutputStream();
        Spreadsheet.XLSX.write(
                out, "Λίστα: [δομές]/1", List.of("Όνομα"), Stream.of(Arrays.asList("=1+1", -3, null, "α\u0000β")));

        var files = unzipped(out.toByteArray());
        assertThat(files)
                .doesNotContain("<f>")
                .contains("=1+1")
                .contains("<v>-3</v>")
                .contains("αβ");
        assertThat(files).contains("Όνομα").contains("name=\"Λίστα   δομές  1\"");
    }

    @Test
    void aCellLongerThanExcelHoldsIsCutWithAMark() throws IOException {
        var out = new ByteArrayOutputStream();
        Spreadsheet.XLSX.write(out, "", List.of("a"), Stream.of(List.of("x".repeat(40_000))));

        assertThat(unzipped(out.toByteArray())).contains("x…").doesNotContain("x".repeat(32_767));
    }

    @Test
    void aLongTableIsWrittenWhileItIsRead() throws IOException {
        var written = new long[1];
        var counting = new OutputStream() {
            @Override
            public void write(int b) {
                written[0]++;
            }
        };
        var writtenBeforeTheEnd = new long[1];
        Spreadsheet.XLSX.write(
                counting,
                "long",
                List.of("n"),
                IntStream.range(0, 50_000)
                        .peek(_ -> writtenBeforeTheEnd[0] = written[0])
                        .mapToObj(n -> List.of("row " + n * 7919L)));

        assertThat(writtenBeforeTheEnd[0]).isGreaterThan(50_000);
    }

    private static String csv(List<?> row) throws IOException {
        var out = new ByteArrayOutputStream();
        Spreadsheet.CSV.write(out, "", List.of("Τηλέφωνο"), Stream.of(row));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String unzipped(byte[] book) throws IOException {
        var text = new StringBuilder();
        try (var zip = ZipFile.builder().setByteArray(book).get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return HtmlUtils.htmlUnescape(text.toString());
    }
}
