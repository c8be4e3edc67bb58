package org.opensocialnet.admissions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.AtTheDesk.Visitor;
import org.opensocialnet.access.Role;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.parcels.Sheet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Thaleia leads the night shelter, whose people stand in a spreadsheet so far. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class AdmissionsTest {

    static final String[] COLUMNS = {"given-name", "family-name", "born", "phone", "amka"};
    static final String HEAD = "Όνομα;Επώνυμο;Ημ. γέννησης;Κινητό;ΑΜΚΑ\n";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    Visitor thaleia;
    UUID shelter;

    @BeforeEach
    void whoIsThere() {
        shelter = Uuid7.next();
        thaleia = AtTheDesk.of(context).as(Role.ORGANIZATION_ADMIN, shelter);
    }

    @Test
    void aListIsLookedThroughDecidedBroughtInAndTakenBack() {
        var known = registered("Αργυρώ", "Καλλέργη", "6900000031");
        var path = AList.sent(thaleia, HEAD + """
                Μελπομένη;Λιστοπούλου;1961;6900000032;
                Argiro;Kallergi;15/3/1970;;
                Μελπομένι;Λιστοπούλου;1961;;
                Ευτέρπη;Στηλάκη;31/2/1990;12;01013099999
                ;;;;
                """);
        assertThat(thaleia.get(path).body())
                .contains("Τι έχει κάθε στήλη", "Μελπομένη · Argiro", "value=\"family-name\" selected")
                .contains("value=\"born\" selected", "value=\"phone\" selected", "value=\"amka\" selected");

        var looked = AList.looked(thaleia, path, COLUMNS);
        assertThat(looked)
                .contains("2 νέα άτομα", "2 γραμμές μοιάζουν", "χωρίς απόφαση: 2", "Μία γραμμή έχει κάτι")
                .contains("Ημ. γέννησης: Δεν μπορεί να είναι γέννηση.", "η πρώτη είναι η 5");
        assertThat(count()).isEqualTo(1);

        var alike = thaleia.get(path + "/lines?which=alike").body();
        assertThat(alike)
                .contains("Αργυρώ Καλλέργη", known, "Argiro", "Μοιάζει με τη γραμμή 2 της ίδιας λίστας")
                .contains("name=\"decision-3\"", "name=\"decision-4\"");
        assertThat(thaleia.get(path + "/lines?which=faulty").body()).contains("31/2/1990", "01013099999");
        thaleia.post(path + "/lines", Map.of("after", "0", "decision-3", "complete", "decision-4", "same"));

        assertThat(AList.done(thaleia, path, "/application"))
                .contains("Μπήκε στο μητρώο", "Καταχωρίστηκαν: 2", "Συμπληρώθηκαν σε άτομο που υπήρχε: 1")
                .contains("Έμειναν έξω: 1", "έχουν σβηστεί");
        assertThat(count()).isEqualTo(3);
        assertThat(thaleia.get(known).body()).contains("Αργυρώ Καλλέργη", "15 Μαρτίου 1970");
        assertThat(sealedLeft(path)).as("what the list said is gone").isZero();

        var used = first(find("Στηλάκη"), "(/desk/people/[0-9a-f-]{36})");
        thaleia.post(used + "/care/admission", Map.of());
        assertThat(AList.done(thaleia, path, "/undo"))
                .contains("Αναιρέθηκε", "Έμειναν, γιατί από τότε έχουν άλλη εγγραφή: 1");
        assertThat(find("Λιστοπούλου")).contains("Δεν βρέθηκε κανείς");
        assertThat(find("Στηλάκη")).contains(used);
        assertThat(thaleia.get(known).body()).contains("Αργυρώ Καλλέργη").doesNotContain("1970");
    }

    @Test
    void tenThousandRowsWithDoublesInsideAndOutside() {
        var names = new Names();
        for (int i = 0; i < 20; i++) {
            registered(names.given(i), names.family(i), "69001%05d".formatted(i));
        }
        var rows = new StringBuilder(HEAD);
        for (int i = 0; i < 9_700; i++) {
            rows.append(
                    "%s;%s;%d;69002%05d;\n".formatted(names.given(100 + i), names.family(100 + i), 1940 + i % 60, i));
        }
        for (int i = 0; i < 200; i++) {
            rows.append(
                    "%s;%s;%d;69002%05d;\n".formatted(names.given(100 + i), names.family(100 + i), 1940 + i % 60, i));
        }
        for (int i = 0; i < 20; i++) {
            rows.append("%s;%s;;69001%05d;\n".formatted(names.given(i), names.family(i), i));
        }
        for (int i = 0; i < 80; i++) {
            rows.append("%s;%s;99/99/1999;;123\n".formatted(names.given(9_900 + i), names.family(9_900 + i)));
        }
        var path = AList.sent(thaleia, rows.toString());
        var begun = System.nanoTime();

        var looked = AList.looked(thaleia, path, COLUMNS);

        var looking = Duration.ofNanos(System.nanoTime() - begun);
        int alike = number(looked, "([0-9.]+) γραμμές μοιάζουν");
        int fresh = number(looked, "([0-9.]+) νέα άτομα");
        assertThat(alike).as("all doubles, and few others").isBetween(220, 400);
        assertThat(fresh + alike).isEqualTo(10_000);
        assertThat(number(looked, "([0-9.]+) γραμμές έχουν κάτι")).isEqualTo(80);
        assertThat(rowsAlike(path, 9_702, 9_921)).as("each planted double").isEqualTo(220);

        begun = System.nanoTime();
        var applied = AList.done(thaleia, path, "/application");
        var entering = Duration.ofNanos(System.nanoTime() - begun);

        System.out.printf(
                "10,000 rows: looked through in %d s, entered in %d s%n", looking.toSeconds(), entering.toSeconds());
        int registered = number(applied, "Καταχωρίστηκαν: ([0-9.]+)");
        int late = applied.contains("στο μεταξύ") ? number(applied, "που τους μοιάζει: ([0-9.]+)") : 0;
        assertThat(registered + late).isEqualTo(fresh);
        assertThat(count()).isEqualTo(20 + registered);
    }

    @Test
    void aWorkbookIsReadWithAllItsDigitsAndDays() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            var sheet = book.newWorksheet("Άτομα");
            var head = List.of("Όνομα", "Επώνυμο", "Ημερομηνία γέννησης", "Τηλέφωνο", "ΑΜΚΑ");
            for (int i = 0; i < head.size(); i++) {
                sheet.value(0, i, head.get(i));
            }
            sheet.value(1, 0, "Τερψιχόρη");
            sheet.value(1, 1, "Φυλλάδη 😀 محمد");
            sheet.value(1, 2, LocalDate.of(1985, 3, 15));
            sheet.style(1, 2).format("dd/mm/yyyy").set();
            sheet.value(1, 3, 6_900_000_041L);
            sheet.value(1, 4, 1_019_999_990L);
        }
        var sheet = Sheet.read(bytes.toByteArray());
        var row = sheet.rows().getFirst();
        assertThat(row.cells())
                .containsExactly("Τερψιχόρη", "Φυλλάδη 😀 محمد", "1985-03-15", "6900000041", "1019999990");

        var path = AList.sent(thaleia, "people.xlsx", bytes.toByteArray());
        AList.looked(thaleia, path, "given-name", "family-name", "born", "phone", "none");
        AList.done(thaleia, path, "/application");
        assertThat(find("6900000041")).contains("Τερψιχόρη Φυλλάδη 😀 محمد");
    }

    @Test
    void greekWindowsAndBrokenFilesAreNotGuessedWrong() {
        assertThat(Sheet.read("Όνομα;Επώνυμο\nΚλειώ;Ψαρού\n".getBytes(Charset.forName("windows-1253")))
                        .rows()
                        .getFirst()
                        .cells())
                .containsExactly("Κλειώ", "Ψαρού");
        var before = AList.send(thaleia, "x.xlsx", "PK\003\004 this is no workbook".getBytes(StandardCharsets.UTF_8));
        assertThat(before.statusCode()).isEqualTo(422);
        assertThat(before.body()).contains("δεν διαβάζεται ως CSV ή XLSX");
        assertThat(AList.send(thaleia, "x.csv", "Όνομα\n".getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("δεν έχει γραμμές");
        assertThat(AList.send(thaleia, "x.csv", "Ό\n".repeat(20_100).getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("πάνω από 20.000 γραμμές");
    }

    @Test
    void columnsGivenTwiceAreSaidAndNothingChosenIsLost() {
        var path = AList.sent(thaleia, "Α;Β\nx;y\n");
        var fields = Map.of("column-0", "given-name", "column-1", "given-name", "quality", "seen");

        var answer = thaleia.post(path + "/columns", fields);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("έχει δοθεί και σε άλλη στήλη", "value=\"seen\" checked");
    }

    @Test
    void aListBelongsToItsOrganizationAndADroppedOneIsGone() {
        var path = AList.sent(thaleia, "Όνομα\nΠολύμνια\n");
        var other = AtTheDesk.of(context).as(Role.ORGANIZATION_ADMIN, Uuid7.next());
        assertThat(other.get(path).statusCode()).isEqualTo(404);
        assertThat(AtTheDesk.of(context).as(Role.CASEWORKER, shelter).get(path).statusCode())
                .isEqualTo(404);

        thaleia.post(path + "/removal", Map.of());

        assertThat(sealedLeft(path)).isZero();
        assertThat(thaleia.get(path).body()).contains("Απορρίφθηκε").doesNotContain("Πολύμνια");
        assertThat(thaleia.post(path + "/application", Map.of()).statusCode()).isEqualTo(409);
    }

    /** Names nobody has, each unlike the others. */
    private static final class Names {

        private static final String[] PARTS = {
            "βα", "γο", "δι", "ζε", "θυ", "κα", "λο", "μι", "νε", "ξα", "πο", "ρι", "σε", "τα", "φο", "χι", "ψε", "μπα",
            "ντο", "γκι"
        };
        private final List<String> families = new ArrayList<>();

        Names() {
            for (int i = 0; i < 16_000; i++) {
                families.add(PARTS[i % 20] + PARTS[i / 20 % 20] + PARTS[i / 400 % 20] + PARTS[(i * 7 + i / 8_000) % 20]
                        + "λης");
            }
            Collections.shuffle(families, new Random(11));
        }

        String family(int i) {
            return "Α" + families.get(i);
        }

        String given(int i) {
            return "Ε" + PARTS[i * 13 % 20] + PARTS[i / 20 * 7 % 20] + PARTS[i / 400 * 3 % 20] + "νη";
        }
    }

    private String registered(String given, String family, String phone) {
        var form =
                new HashMap<>(Map.of("given-name", given, "family-name", family, "phone", phone, "quality", "given"));
        form.put("once", Uuid7.next().toString());
        var answer = thaleia.post("/desk/people/new/save", form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return first(answer.headers().firstValue("Location").orElseThrow(), "(/desk/people/[0-9a-f-]{36})");
    }

    private String find(String typed) {
        return thaleia.post("/desk/people", Map.of("q", typed)).body();
    }

    private int count() {
        return system("select count(*) from people.person where organization = ?", shelter);
    }

    private int sealedLeft(String path) {
        var id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        return system("select count(sealed) from admissions.line where admission = ?", id)
                + system("select count(sealed) from admissions.admission where id = ?", id);
    }

    private int rowsAlike(String path, int from, int to) {
        var id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        return system(
                "select count(*) from admissions.line where admission = ? and finding = 'alike' and number between "
                        + from + " and " + to,
                id);
    }

    private int system(String sql, UUID parameter) {
        return Sight.job("test")
                .call(() -> transactions.execute(
                        _ -> jdbc.sql(sql).param(parameter).query(Integer.class).single()));
    }

    private static int number(String page, String pattern) {
        return Integer.parseInt(first(page, pattern).replace(".", ""));
    }

    private static String first(String page, String pattern) {
        var match = Pattern.compile(pattern).matcher(page);
        assertThat(match.find()).as("%s in %s", pattern, page).isTrue();
        return match.group(1);
    }
}
