package org.opensocialnet.parcels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensocialnet.intake.IntakeOptions.Extent;
import org.opensocialnet.intake.RowOrigin;
import org.opensocialnet.kernel.OperatorError;

/** What comes out of files that are well made, oddly made, and made to do harm. */
class HsdsFileTest {

    static final String ORGANIZATIONS = "id,name,description\no1,Κουζίνα,Γεύματα\n";

    @TempDir
    Path dir;

    @Test
    void tablesInAZipBecomeRowsThatKnowTheirLine() throws IOException {
        var rows = read(zip(
                "a.zip",
                Map.of("data/organizations.csv", ORGANIZATIONS, "data/services.csv", "id,name\ns1,\"A\nB\"\ns2,C\n")));

        assertThat(rows.only("organization"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("id", "o1", "name", "Κουζίνα", "description", "Γεύματα"));
        assertThat(rows.of("service"))
                .extracting(Collected.Row::origin)
                .containsExactly(new RowOrigin("data/services.csv", 2), new RowOrigin("data/services.csv", 4));
    }

    @Test
    void tablesInADirectoryAreReadToo() throws IOException {
        write("organizations.csv", ORGANIZATIONS);
        write("readme.txt", "hello");

        var rows = read(dir);

        assertThat(rows.of("organization")).hasSize(1);
        assertThat(rows.of("readme.txt")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "organization.csv, organization",
        "organizations.csv, organization",
        "services_at_location.csv, service_at_location",
        "service_at_locations.csv, service_at_location",
        "service_capacity.csv, service_capacity",
        "taxonomies.csv, taxonomy",
        "Addresses.CSV, address",
        "accessibility.csv, accessibility",
        "cost-options.csv, cost_option",
        "url.csv, url",
        "urls.csv, url",
        "funding.csv, funding"
    })
    void fileNamesComeInTheSingularAndThePlural(String file, String table) {
        assertThat(TableName.of(file)).contains(table);
    }

    @Test
    void aDataPackageTellsWhichTableAFileHolds() throws IOException {
        var rows = read(zip(
                "package.zip",
                Map.of(
                        "datapackage.json",
                        "{\"resources\":[{\"name\":\"organization\",\"path\":\"data/bodies.csv\"}]}",
                        "data/bodies.csv",
                        ORGANIZATIONS)));

        assertThat(rows.of("organization")).hasSize(1);
    }

    @Test
    void semicolonsAndAByteOrderMarkAreUnderstood() throws IOException {
        var rows = read(write("organizations.csv", "\uFEFFid;name\no1;Κουζίνα, και άλλα\n"));

        assertThat(rows.only("organization")).containsEntry("name", "Κουζίνα, και άλλα");
    }

    @Test
    void aFormulaIsKeptAsText() throws IOException {
        var rows = read(write("organizations.csv", "id,name\no1,=HYPERLINK(1)\n"));

        assertThat(rows.only("organization")).containsEntry("name", "=HYPERLINK(1)");
    }

    @Test
    void aRowWithTooFewOrTooManyColumnsIsLeftOut() throws IOException {
        var rows = read(write("organizations.csv", "id,name\no1\no2,A,B\no3,C,\n"));

        assertThat(rows.of("organization"))
                .extracting(row -> row.values().get("id"))
                .containsExactly("o3");
        assertThat(rows.leftOut)
                .extracting(Collected.LeftOut::line, Collected.LeftOut::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2L, "has 1 columns where the header names 2"),
                        org.assertj.core.groups.Tuple.tuple(3L, "has 3 columns where the header names 2"));
    }

    @Test
    void bytesThatAreNotUtf8LeaveOutTheirRowOnly() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("id,name\no1,".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(new byte[] {(byte) 0xC3, (byte) 0x28, '\n'});
        bytes.writeBytes("o2,Καλά\n".getBytes(StandardCharsets.UTF_8));

        var rows = read(write("organizations.csv", bytes.toByteArray()));

        assertThat(rows.only("organization")).containsEntry("id", "o2");
        assertThat(rows.leftOut).singleElement().satisfies(left -> {
            assertThat(left.column()).isEqualTo("name");
            assertThat(left.line()).isEqualTo(2);
            assertThat(left.value()).isEqualTo("\uFFFD(");
        });
    }

    @Test
    void aCellOfTenMegabytesLeavesOutItsRow() throws IOException {
        var rows = read(write("organizations.csv", "id,name\no1," + "x".repeat(10 << 20) + "\no2,A\n"));

        assertThat(rows.only("organization")).containsEntry("id", "o2");
        assertThat(rows.leftOut).singleElement().satisfies(left -> {
            assertThat(left.reason()).isEqualTo("is 10,485,760 characters long; at most 1,048,576 are accepted");
            assertThat(left.value()).hasSize(80);
        });
    }

    @Test
    void aRowWithoutEndIsRefusedBeforeItFillsMemory() throws IOException {
        refuses(
                write("organizations.csv", "id,name\no1,\"" + "x".repeat(20 << 20)),
                "perhaps a quotation mark is not closed");
    }

    @Test
    void anUnclosedQuotationMarkIsRefusedWithItsLine() throws IOException {
        refuses(
                write("organizations.csv", "id,name\no1,A\no2,\"B\no3,C\n"),
                "a quotation mark opened at or after line 3 is never closed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16"})
    void utf16IsNamed(String charset) throws IOException {
        refuses(write("organizations.csv", ORGANIZATIONS.getBytes(Charset.forName(charset))), "UTF-16");
    }

    @Test
    void windowsGreekIsNamed() throws IOException {
        refuses(write("organizations.csv", ORGANIZATIONS.getBytes(Charset.forName("windows-1253"))), "Windows-1253");
    }

    @Test
    void aHeaderThatNamesAColumnTwiceIsRefused() throws IOException {
        refuses(write("organizations.csv", "id,name,Name\no1,A,B\n"), "names the column \"name\" twice");
    }

    @Test
    void somethingElseThanATableIsRefused() throws IOException {
        refuses(write("organizations.csv", "<html><body>Not found</body></html>"), "does not name the columns");
        refuses(write("organizations.json", "<html>"), "not readable JSON");
        refuses(write("letter.doc", "Dear"), "expected CSV tables");
        refuses(dir.resolve("missing.zip"), "there is no such file");
    }

    @Test
    void anArchiveThatUnpacksToFarMoreThanItsSizeIsRefused() throws IOException {
        var bomb = zip(
                "bomb.zip",
                Map.of("organizations.csv", "id,name\n" + ("o1," + "0".repeat(1000) + "\n").repeat(40_000)));

        refuses(bomb, "it unpacks to more than 200 times its size");
    }

    @Test
    void aPackedLineIsMeasuredToo() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gz = new GZIPOutputStream(bytes)) {
            gz.write("{\"id\":\"o1\",\"name\":\"A\",\"description\":\"B\"}\n"
                    .repeat(800_000)
                    .getBytes(StandardCharsets.UTF_8));
        }

        refuses(write("organizations.ndjson.gz", bytes.toByteArray()), "times its size");
    }

    @Test
    void anArchiveThatUnpacksToTooMuchIsRefused() throws IOException {
        var small = new Limits(10, 1_000, 200, 16 << 20, 1 << 20, 1 << 20, 40);
        var file = zip("big.zip", Map.of("organizations.csv", ORGANIZATIONS.repeat(100)));

        assertThatThrownBy(() -> read(file, small))
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("1,000 bytes");
    }

    @Test
    void anArchiveOfTooManyFilesIsRefused() throws IOException {
        var files = new java.util.HashMap<String, String>();
        for (int i = 0; i < 300; i++) {
            files.put("f" + i + ".csv", "");
        }
        refuses(zip("many.zip", files), "it holds 300 files");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../organizations.csv",
                "/etc/organizations.csv",
                "a/../../organizations.csv",
                "C:\\organizations.csv"
            })
    void namesThatPointOutsideAnArchiveAreRefused(String name) throws IOException {
        refuses(zip("path.zip", Map.of(name, ORGANIZATIONS)), "names that point outside the archive are not accepted");
    }

    @Test
    void aDamagedArchiveIsRefused() throws IOException {
        var whole = Files.readAllBytes(zip("whole.zip", Map.of("organizations.csv", ORGANIZATIONS)));

        refuses(write("half.zip", java.util.Arrays.copyOf(whole, whole.length / 2)), "damaged");
    }

    @Test
    void jsonNestedTooDeeplyIsRefused() throws IOException {
        refuses(
                write("services.json", "{\"id\":\"s1\",\"x\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}"),
                "nested deeper than 40 levels");
    }

    @Test
    void aBrokenLineOfNdjsonIsLeftOutAlone() throws IOException {
        var rows = read(write("organizations.ndjson", """
                {"id":"o1","name":"A","description":"B"}
                {"id":"o2","name":
                {"id":"o3","name":"C","description":"D"}
                """));

        assertThat(rows.of("organization")).hasSize(2);
        assertThat(rows.leftOut).singleElement().satisfies(left -> {
            assertThat(left.line()).isEqualTo(2);
            assertThat(left.reason()).startsWith("is not readable JSON");
        });
    }

    @Test
    void aNestedServiceIsTakenApartIntoTables() throws IOException {
        var file = write("service.json", """
                {"id":"s1","name":"Συσσίτιο","status":"active","minimum_age":18,
                 "translations":{"en":{"name":"Soup kitchen"}},
                 "organization":{"id":"o1","name":"Κουζίνα","description":""},
                 "phones":[{"id":"p1","number":"210","languages":[{"id":"l1","name":"Greek"}]}],
                 "service_at_locations":[{"id":"sal1","location":{"id":"loc1","location_type":"physical",
                    "addresses":[{"id":"a1","address_1":"Οδός 1"}]}}],
                 "attributes":[{"id":"at1","taxonomy_term":{"id":"t1","name":"Food","description":"",
                    "taxonomy_detail":{"id":"x1","name":"Kinds","description":""}}}],
                 "capacities":[{"id":"c1","available":3,"updated":"2026-01-01T00:00:00Z","unit":{"id":"u1","name":"bed"}}],
                 "additional_urls":[{"id":"w1","url":"http://example.org"}],
                 "mood":[{"id":"m1"}]}
                """);
        var rows = read(file);

        assertThat(rows.only("service"))
                .containsEntry("organization_id", "o1")
                .containsEntry("minimum_age", "18")
                .containsEntry("translations", "{\"en\":{\"name\":\"Soup kitchen\"}}");
        assertThat(rows.only("organization")).containsEntry("name", "Κουζίνα");
        assertThat(rows.only("phone")).containsEntry("service_id", "s1");
        assertThat(rows.only("language")).containsEntry("phone_id", "p1");
        assertThat(rows.only("service_at_location"))
                .containsEntry("service_id", "s1")
                .containsEntry("location_id", "loc1");
        assertThat(rows.only("address")).containsEntry("location_id", "loc1");
        assertThat(rows.only("attribute"))
                .containsEntry("link_id", "s1")
                .containsEntry("link_entity", "service")
                .containsEntry("taxonomy_term_id", "t1");
        assertThat(rows.only("taxonomy_term")).containsEntry("taxonomy_id", "x1");
        assertThat(rows.only("service_capacity")).containsEntry("unit_id", "u1").containsEntry("service_id", "s1");
        assertThat(rows.only("url")).containsEntry("service_id", "s1");
        assertThat(rows.of("mood")).hasSize(1);
        try (var hsds = HsdsFile.open(file)) {
            assertThat(hsds.extent()).isEqualTo(Extent.WHOLE_RECORDS);
        }
    }

    @Test
    void aRecordRepeatedInsideOthersIsToldOnce() throws IOException {
        var rows = read(write("services.json", """
                [{"id":"s1","name":"A","status":"active","organization":{"id":"o1","name":"K","description":""}},
                 {"id":"s2","name":"B","status":"active","organization":{"id":"o1","name":"K","description":""}}]
                """));

        assertThat(rows.of("organization")).hasSize(1);
        assertThat(rows.of("service"))
                .extracting(row -> row.values().get("organization_id"))
                .containsExactly("o1", "o1");
        assertThat(rows.of("service")).extracting(row -> row.origin().line()).containsExactly(1L, 2L);
    }

    @Test
    void aPageOfAnApiIsReadFromItsEnvelope() throws IOException {
        var rows = read(write("page.json", """
                {"total_items":1,"total_pages":1,"page_number":1,"size":1,"first_page":true,"last_page":true,"empty":false,
                 "contents":[{"id":"s1","name":"A","status":"active"}]}
                """));

        assertThat(rows.only("service")).containsEntry("id", "s1");
    }

    private Collected read(Path file) throws IOException {
        return read(file, Limits.USUAL);
    }

    private Collected read(Path file, Limits limits) throws IOException {
        var rows = new Collected();
        try (var hsds = HsdsFile.open(file, limits)) {
            hsds.read(rows, _ -> {});
        }
        return rows;
    }

    private void refuses(Path file, String words) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(OperatorError.class).hasMessageContaining(words);
    }

    private Path write(String name, String text) throws IOException {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(dir.resolve(name), bytes);
    }

    private Path zip(String name, Map<String, String> files) throws IOException {
        var file = dir.resolve(name);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var each : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
