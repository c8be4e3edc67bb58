package org.opensocialnet.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opensocialnet.directory.HsdsColumn;
import org.opensocialnet.directory.HsdsTable;
import org.opensocialnet.intake.Elsewhere;
import org.opensocialnet.intake.IntakeOptions;
import org.opensocialnet.intake.IntakeReport;
import org.opensocialnet.parcels.HsdsFile;
import org.opensocialnet.parcels.RowSink;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

/** What leaves as tables comes back the same, and nothing leaves that the public may not know. */
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@AutoConfigureMockMvc
class RoundTripTest {

    @Autowired
    ImportHsds importing;

    @Autowired
    ExportHsds exporting;

    @Autowired
    MockMvcTester web;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path dir;

    final Said said = new Said();

    @BeforeEach
    void fill() {
        new SampleDirectory(jdbc).fill();
    }

    @AfterEach
    void empty() {
        new SampleDirectory(jdbc).empty();
    }

    @Test
    void anExportTakenInWhereThereIsNothingGivesTheSameRecords() throws Exception {
        var before = publicRows(SampleDirectory.SOURCE);
        exporting.run(List.of(dir.toString(), "--source", SampleDirectory.SOURCE), said);
        new SampleDirectory(jdbc).empty();
        assertThat(publicRows(SampleDirectory.SOURCE).values()).allMatch(List::isEmpty);

        importing.run(List.of(dir.toString(), "--source", SampleDirectory.SOURCE), said);

        assertThat(publicRows(SampleDirectory.SOURCE)).isEqualTo(before);
        assertThat(before.get("service")).hasSize(26);
    }

    /** The words that come with the program are there already, and say the same: no word is lost about them. */
    @Test
    void anExportTakenInByAnotherInstallationGivesTheSameRecords() throws Exception {
        var before = publicRows(SampleDirectory.SOURCE);
        exporting.run(List.of(dir.toString(), "--source", SampleDirectory.SOURCE), said);
        var elsewhere = Elsewhere.called("round_trip");

        var report = takenIn(elsewhere);

        assertThat(report.saved()).isTrue();
        assertThat(report.problems()).isEmpty();
        var after = publicRows(elsewhere.jdbc(), "copy");
        // vocabularies that other tests left in this database went along with ours
        after.replaceAll((table, rows) -> table.startsWith("taxonomy")
                ? rows.stream()
                        .filter(before.getOrDefault(table, List.of())::contains)
                        .toList()
                : rows);
        assertThat(after).isEqualTo(before);
    }

    private IntakeReport takenIn(Elsewhere elsewhere) throws IOException {
        try (var file = HsdsFile.open(dir);
                var intake = elsewhere
                        .intakes()
                        .open("copy", "copy", new IntakeOptions(false, false, file.extent(), false))) {
            file.read(RowSink.into(intake), _ -> {});
            return intake.finish();
        }
    }

    @Test
    void aZipHoldsTheSameAsAFolder() throws Exception {
        exporting.run(List.of(dir.resolve("folder").toString()), said);
        exporting.run(List.of(dir.resolve("all.zip").toString(), "--zip"), said);

        try (var folder = Files.list(dir.resolve("folder"))) {
            for (var file : folder.toList()) {
                assertThat(unzipped(Files.readAllBytes(dir.resolve("all.zip"))).get(String.valueOf(file.getFileName())))
                        .isEqualTo(Files.readString(file));
            }
        }
        assertThat(unzipped(download()).keySet())
                .hasSize(HsdsTable.all().size() + 1)
                .contains("datapackage.json", "services.csv", "service_at_location.csv", "taxonomies.csv");
    }

    @Test
    void theDataPackageNamesEveryColumnOfItsFiles() throws Exception {
        var files = unzipped(download());

        for (var resource :
                JsonMapper.shared().readTree(files.get("datapackage.json")).path("resources")) {
            var header = files.getOrDefault(resource.path("path").asString(), "")
                    .lines()
                    .findFirst()
                    .orElse("")
                    .split(",");
            assertThat(resource.path("schema")
                            .path("fields")
                            .valueStream()
                            .map(field -> field.path("name").asString()))
                    .as(resource.path("path").asString())
                    .containsExactly(header);
        }
    }

    @Test
    void nothingConfidentialIsInTheFiles() throws Exception {
        assertThat(unzipped(download()))
                .allSatisfy((name, text) -> assertThat(text).as(name).doesNotContain("SECRET", "37.12345", "23.54321"));
        assertThat(web.get().uri("/data")).bodyText().doesNotContain("SECRET");
    }

    @Test
    void whatIsGoneStaysBehindWithAllThatHangsOnIt() throws Exception {
        jdbc.sql("update directory.service set gone_at = now() where id = ?")
                .param(SampleDirectory.SOUP)
                .update();
        jdbc.sql("update directory.program set gone_at = now() where id = ?")
                .param(SampleDirectory.id("program"))
                .update();

        exporting.run(List.of(dir.toString(), "--source", SampleDirectory.SOURCE), said);

        for (var file : List.of(
                "services.csv",
                "phones.csv",
                "attributes.csv",
                "languages.csv",
                "contacts.csv",
                "schedules.csv",
                "metadata.csv",
                "notices.csv",
                "service_at_location.csv")) {
            assertThat(Files.readString(dir.resolve(file))).as(file).doesNotContain(SampleDirectory.SOUP.toString());
        }
        assertThat(Files.readString(dir.resolve("services.csv")))
                .contains("Υπηρεσία 2")
                .doesNotContain(SampleDirectory.id("program").toString());
        assertThat(Files.readString(dir.resolve("phones.csv"))).doesNotContain("+30 210 0000001");
        new SampleDirectory(jdbc).empty();
        said.lines.clear();
        importing.run(List.of(dir.toString(), "--source", SampleDirectory.SOURCE), said);
        assertThat(said.text()).contains("Kept.").doesNotContain("there is no");
    }

    @Test
    void theOpenDataPageSpeaksBothLanguages() {
        assertThat(web.get().uri("/data"))
                .hasStatusOk()
                .bodyText()
                .contains("Ανοικτά δεδομένα", "export.zip", "CC-BY-4.0");
        assertThat(web.get().uri("/en/data"))
                .hasStatusOk()
                .bodyText()
                .contains("Open data", "/hsds/v3/services?search=");
    }

    private byte[] download() {
        var answer = web.get().uri("/hsds/v3/export.zip").exchange();
        assertThat(answer).hasStatusOk().hasContentType("application/zip");
        return answer.getResponse().getContentAsByteArray();
    }

    private Map<String, List<String>> publicRows(String source) {
        return publicRows(jdbc, source);
    }

    private static Map<String, List<String>> publicRows(JdbcClient jdbc, String source) {
        var rows = new LinkedHashMap<String, List<String>>();
        for (var table : HsdsTable.all()) {
            var columns = table.publishedColumns().stream()
                    .map(HsdsColumn::name)
                    .map(name -> '"' + name + '"')
                    .toList();
            rows.put(
                    table.name(),
                    jdbc.sql(
                                    "select row_to_json(x)::text from (select %s from %s where record_source = ? order by id) x"
                                            .formatted(String.join(", ", columns), table.publicView()))
                            .param(source)
                            .query((row, _) -> row.getString(1))
                            .list());
        }
        return rows;
    }

    private static Map<String, String> unzipped(byte[] bytes) throws IOException {
        var files = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
