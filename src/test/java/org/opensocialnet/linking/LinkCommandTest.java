package org.opensocialnet.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensocialnet.kernel.OperatorError;
import org.opensocialnet.matching.GreekPeople;

/** {@code ./run link} as an operator types it, on files as operators have them. */
class LinkCommandTest {

    static final String COLUMNS = "given=given,family=family,father=father,birth=birth,phone=phone,street=street,"
            + "house=house,postcode=postcode";

    @TempDir
    Path folder;

    Heard heard = new Heard();
    GreekPeople athens;

    @BeforeEach
    void people() throws Exception {
        athens = GreekPeople.of(1896, 400, folder.resolve("none"));
    }

    @Test
    void writesThePairsOfOneFileAndSaysWhatItLearnt() throws Exception {
        var file = sheet("people.csv", 0, athens.rows.size());

        int code = run(
                file.toString(),
                "--id",
                "id",
                "--columns",
                COLUMNS,
                "--out",
                out(),
                "--report",
                "r.html",
                "--clusters",
                "c.csv");

        assertThat(code).isZero();
        assertThat(heard.phases).contains("learning", "comparing");
        assertThat(heard.text()).contains("pairs at or above 0.7", "clusters", "Learnt", "same sound", " s");
        var lines = Files.readAllLines(Path.of(out()));
        assertThat(lines.getFirst()).isEqualTo("left_id,right_id,probability");
        assertThat(lines.subList(1, lines.size())).hasSizeGreaterThan(100).allSatisfy(line -> {
            var cells = line.split(",");
            assertThat(Double.parseDouble(cells[2])).isBetween(0.7, 1.0);
        });
        assertThat(wrong(lines)).isLessThan(lines.size() / 50);
        assertThat(Files.readAllLines(folder.resolve("c.csv"))).first().isEqualTo("cluster,id");
    }

    @Test
    void theReportIsAPageOfItsOwnWithoutScriptsAndWithoutNames() throws Exception {
        var file = sheet("people.csv", 0, athens.rows.size());

        run(file.toString(), "--columns", COLUMNS, "--out", out(), "--report", "r.html");

        var page = Files.readString(folder.resolve("r.html"));
        assertThat(page)
                .contains("<svg", "Distribution of scores", "Weights by field", "Clusters", "Time")
                .contains("default-src 'none'")
                .doesNotContain("<script", "http:", "https:", "onload", "url(");
        int family = GreekPeople.FORM.fields().stream()
                .map(field -> field.name())
                .toList()
                .indexOf("family");
        assertThat(athens.rows.subList(0, 20))
                .filteredOn(row -> !row.get(family).isEmpty())
                .allSatisfy(row -> assertThat(page).doesNotContain(row.get(family)));
    }

    @Test
    void ofTwoFilesOnlyPairsBetweenThemAreWritten() throws Exception {
        int half = athens.rows.size() / 2;
        var left = sheet("a.csv", 0, half);
        var right = sheet("b.csv", half, athens.rows.size());

        run(left.toString(), right.toString(), "--columns", COLUMNS, "--out", out());

        var ids = ids(left);
        var lines = Files.readAllLines(Path.of(out()));
        assertThat(lines.subList(1, lines.size())).allSatisfy(line -> {
            assertThat(ids).contains(line.split(",")[0]);
            assertThat(ids).doesNotContain(line.split(",")[1]);
        });
    }

    @Test
    void columnsAreKnownByTheirNamesAndMayBeSeparatedBySemicolons() throws Exception {
        var text = Files.readString(sheet("people.csv", 0, 200)).replace(",", ";");
        var file = Files.writeString(folder.resolve("semicolons.csv"), "\uFEFF" + text);

        assertThat(run(file.toString(), "--out", out())).isZero();
        assertThat(heard.text()).contains("given name", "family name", "birth date");
    }

    @Test
    void aFileWithOneColumnOrWithoutRowsIsAnswered() throws Exception {
        var one =
                Files.writeString(folder.resolve("one.csv"), "id,name\n1,Μαρία Παππά\n2,Maria Pappa\n3,Νίκος Ρήγας\n");
        var none = Files.writeString(folder.resolve("none.csv"), "id,name\n");

        assertThat(run(one.toString(), "--columns", "name=name", "--out", out()))
                .isZero();
        assertThat(run(none.toString(), "--columns", "name=name", "--out", out()))
                .isZero();
        assertThat(Files.readAllLines(Path.of(out()))).containsExactly("left_id,right_id,probability");
    }

    @Test
    void hugeCellsShortRowsMissingAndRepeatedIdsDoNotStopIt() throws Exception {
        var rows = new ArrayList<>(Files.readAllLines(sheet("people.csv", 0, 60)));
        rows.add("7," + "Α".repeat(2_000_000) + ",Βήτα,,,,,,");
        rows.add("8");
        rows.add(",Άννα,Γάμμα,,,,,,");
        rows.add("0,Άννα,Δέλτα,,,,,,");
        rows.add("\"9\",\"Ά,ν\"\"να\n\",Δέλτα,,,,,,");
        var file = Files.write(folder.resolve("dirt.csv"), rows);

        assertThat(run(file.toString(), "--columns", COLUMNS, "--out", out())).isZero();
        assertThat(heard.text()).contains("warning: ", "have an id that stood before");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nowhere.csv --out out.csv|does not exist",
                "empty.csv --out out.csv|is empty",
                "people.csv --columns name=names --out out.csv|is no kind of column",
                "people.csv --columns surname=family --out out.csv|has no column \"surname\"",
                "people.csv --id number --out out.csv|has no column \"number\"",
                "people.csv --out|needs a value",
                "people.csv|--out is missing",
                "--out out.csv|Name one file",
                "people.csv a b --out out.csv|Name one file",
                "people.csv --fast --out out.csv|no option --fast",
                "people.csv --threshold 2 --out out.csv|between 0 and 1",
                "people.csv --out nowhere/out.csv|cannot be written",
                "people.csv --key-file empty.csv --out out.csv|is no key",
                "latin.csv --out out.csv|is not in UTF-8",
            })
    void whatIsAskedWronglyIsSaidBeforeAnythingIsWritten(String typed, String answer) throws Exception {
        sheet("people.csv", 0, 50);
        Files.writeString(folder.resolve("empty.csv"), "");
        Files.write(folder.resolve("latin.csv"), "id,name\n1,Müller\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> run(typed.split(" "))).isInstanceOfSatisfying(OperatorError.class, e -> {
            assertThat(e.words()).contains(answer);
            assertThat(e.exitCode()).isEqualTo(2);
        });
        assertThat(folder.resolve("out.csv")).doesNotExist();
    }

    /** Files are named as seen from the folder. */
    private int run(String... words) throws Exception {
        var arguments = new ArrayList<String>();
        for (var word : words) {
            arguments.add(
                    word.matches("[a-z/]+\\.(csv|html)") ? folder.resolve(word).toString() : word);
        }
        return new LinkCommand().run(arguments, heard);
    }

    private String out() {
        return folder.resolve("out.csv").toString();
    }

    private Path sheet(String name, int from, int to) throws Exception {
        var fields =
                GreekPeople.FORM.fields().stream().map(field -> field.name()).toList();
        var lines = new ArrayList<>(List.of("id," + String.join(",", fields)));
        for (int row = from; row < to; row++) {
            lines.add(row + "," + String.join(",", athens.rows.get(row)));
        }
        return Files.write(folder.resolve(name), lines);
    }

    private static Set<String> ids(Path sheet) throws Exception {
        var ids = new HashSet<String>();
        Files.readAllLines(sheet).forEach(line -> ids.add(line.split(",")[0]));
        return ids;
    }

    private long wrong(List<String> lines) {
        return lines.stream()
                .skip(1)
                .map(line -> line.split(","))
                .filter(cells -> !athens.person
                        .get(Integer.parseInt(cells[0]))
                        .equals(athens.person.get(Integer.parseInt(cells[1]))))
                .count();
    }
}
