package org.opensocialnet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opensocialnet.OpenSocialNet;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.AtTheDesk.Visitor;
import org.opensocialnet.access.Role;
import org.opensocialnet.database.OwnCluster;
import org.opensocialnet.kernel.SearchText;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody steals the database: all its tables, the files they lie in, and what PostgreSQL wrote ahead. Nobody is in it. */
@ExtendWith(OutputCaptureExtension.class)
class NoTraceTest {

    static final String WRITTEN = "Κουκουβαγιόφωλη";
    static final String CONTROL = "Φανεροσπηλιώτισσα";
    static final String FORGOTTEN = "Λησμονογιάννη";

    @Test
    void aStolenDatabaseAStolenBackupAndTheLogNameNobody(CapturedOutput said) throws Exception {
        var data = OwnCluster.place("no-trace");
        var people = OwnCluster.place("no-trace-people");
        Path older;
        String path;
        try (var server = server(data, people)) {
            server.getBean(JdbcClient.class)
                    .sql(
                            "insert into directory.organization (id, name, description, record_source) values (gen_random_uuid(), ?, 'x', 'own')")
                    .param(CONTROL)
                    .update();
            use(server);
            path = registered(server, FORGOTTEN);
            older = OwnCluster.backUp(server, "no-trace.tar.gz");
            var lead = AtTheDesk.of(server).as(Role.ORGANIZATION_ADMIN, Row.id("body", "karydia"));
            assertThat(lead.post(path + "/erasure", Map.of("sure", "yes")).statusCode())
                    .isEqualTo(302);
            try (var keeper = OwnCluster.keeper(server);
                    var statement = keeper.createStatement()) {
                statement.execute("checkpoint");
                assertThat(tables(keeper, Set.of(CONTROL)))
                        .as("the walk over the tables sees what is there")
                        .isNotEmpty();
                assertThat(tables(keeper, forbidden())).isEmpty();
                assertThat(files(data, Set.of(CONTROL)))
                        .as("the walk over the files too")
                        .isNotEmpty();
                assertThat(files(data, forbidden())).isEmpty();
            }
        }
        assertThat(archive(older, Set.of(CONTROL)))
                .as("and that over the backup")
                .isNotEmpty();
        assertThat(archive(older, forbidden())).isEmpty();
        assertThat(said.getAll()).as("there is a log").contains("demo");
        assertThat(forbidden()).allSatisfy(word -> assertThat(said.getAll()).doesNotContain(word));
        anOlderBackupBringsNobodyBack(older, people, path);
    }

    /** The list of the erased lies beside the database, so that no restore takes it back. */
    private static void anOlderBackupBringsNobodyBack(Path older, Path people, String path) throws Exception {
        var restored = OwnCluster.place("no-trace-restored");
        OwnCluster.restore(older, restored);
        var id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        try (var server = server(restored, people);
                var keeper = OwnCluster.keeper(server)) {
            assertThat(list(keeper, "select person::text from people.erased where person = '" + id + "'"))
                    .hasSize(1);
            assertThat(list(keeper, "select id::text from people.person where id = '" + id + "'"))
                    .as("she was in the backup and is erased again")
                    .isEmpty();
            assertThat(list(keeper, "select 1 from people.fact where person = '" + id + "'"))
                    .isEmpty();
            assertThat(list(
                            keeper,
                            "select 1 from audit.act where what = 'people.person.erased' and why = 'erasure.replayed'"))
                    .hasSizeGreaterThanOrEqualTo(1);
            var lead = AtTheDesk.of(server).as(Role.ORGANIZATION_ADMIN, Row.id("body", "karydia"));
            assertThat(lead.get(path).statusCode()).isEqualTo(404);
            assertThat(lead.post("/desk/people", Map.of("q", FORGOTTEN)).body()).doesNotContain(path);
            assertThat(lead.post("/desk/people", Map.of("q", WRITTEN)).body())
                    .as("whoever was not erased is there again")
                    .contains("/desk/people/");
        }
    }

    private static String registered(ConfigurableApplicationContext server, String name) {
        var lead = AtTheDesk.of(server).as(Role.ORGANIZATION_ADMIN, Row.id("body", "karydia"));
        var answer = lead.post(
                "/desk/people/new/save",
                Map.of("given-name", "Μνησαρέτη", "family-name", name, "phone", "6900088888", "quality", "given"));
        return first(answer.headers().firstValue("Location").orElseThrow(), "(/desk/people/[0-9a-f-]{36})");
    }

    /** Everything the desk offers is done to people, so that each table they may appear in has its rows. */
    private static void use(ConfigurableApplicationContext server) {
        var thaleia = AtTheDesk.of(server).as(Role.ORGANIZATION_ADMIN, Row.id("body", "karydia"));
        var found =
                thaleia.post("/desk/people", Map.of("q", "Anemozalis Giorgos")).body();
        assertThat(found).contains("Ανεμοζάλης");
        var path = first(found, "(/desk/people/[0-9a-f-]{36})");
        thaleia.get(path);
        thaleia.post(
                path + "/identity",
                Map.of(
                        "given-name",
                        "Γιώργος",
                        "family-name",
                        WRITTEN,
                        "phone",
                        "6900099999",
                        "born",
                        "7/8/1969",
                        "quality",
                        "given"));
        thaleia.post(path + "/care/admission", Map.of());
        thaleia.post(
                path + "/care/entries",
                Map.of(
                        "kind",
                        "need",
                        "text",
                        "Ο " + WRITTEN + " χρειάζεται παλτό",
                        "visibility",
                        "organization",
                        "knows",
                        "yes"));
        thaleia.post(path + "/consents", Map.of("purpose", "contact", "way", "spoken", "ends", "2027-01-01"));
        var number = first(thaleia.post(path + "/card", Map.of()).body(), "<code>([0-9A-Z-]+)</code>");
        var visit = first(myData(server, number), "name=\"visit\" value=\"([^\"]+)\"");
        AtTheDesk.of(server)
                .stranger()
                .post("/my/wishes", Map.of("visit", visit, "kind", "correct", "text", WRITTEN + " με όμικρον"));
        assertThat(thaleia.get("/desk/wishes").body()).contains(WRITTEN + " με όμικρον");
        thaleia.post("/desk/people/doubles/search", Map.of());
        thaleia.post(
                "/desk/people/new/save",
                Map.of("given-name", "Χ".repeat(200), "family-name", WRITTEN, "quality", "given"));
        var gone = first(thaleia.post("/desk/people", Map.of("q", "Ψιχαλάκης")).body(), "(/desk/people/[0-9a-f-]{36})");
        thaleia.post(gone + "/erasure", Map.of("sure", "yes"));
    }

    private static String myData(ConfigurableApplicationContext server, String number) {
        Visitor herself = AtTheDesk.of(server).stranger();
        return herself.post("/my", Map.of("number", number)).body();
    }

    private static String first(String page, String pattern) {
        var match = Pattern.compile(pattern).matcher(page);
        assertThat(match.find()).as(pattern).isTrue();
        return match.group(1);
    }

    /** Names as written, in capitals, as they sound; numbers; a birthday. */
    private static Set<String> forbidden() {
        var forbidden = new LinkedHashSet<String>();
        var names = new ArrayList<>(DemoPeople.FAMILY_NAMES);
        names.add(WRITTEN);
        names.add(FORGOTTEN);
        for (var name : names) {
            forbidden.add(name);
            forbidden.add(name.toUpperCase(Locale.ROOT));
            forbidden.add(SearchText.plain(name));
            forbidden.add(SearchText.key(name));
        }
        forbidden.addAll(List.of("6900099999", "6900088888", "69000100", "1969-08-07", "ΔΟΚΙΜΗ7"));
        forbidden.removeIf(word -> word.length() < 6);
        return forbidden;
    }

    private static Set<String> tables(Connection keeper, Set<String> words) throws SQLException {
        var hits = new TreeSet<String>();
        for (var table : list(keeper, """
                select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables
                where table_type = 'BASE TABLE' and table_schema not in ('information_schema', 'pg_catalog')
                """)) {
            for (var row : list(keeper, "select t::text from " + table + " t")) {
                words.stream().filter(row::contains).forEach(word -> hits.add(table + ": " + word));
            }
        }
        return hits;
    }

    /** All files of the cluster: tables, indexes, what PostgreSQL wrote ahead, its own log. */
    private static Set<String> files(Path data, Set<String> words) throws IOException {
        var hits = new TreeSet<String>();
        try (var all = Files.walk(data)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                hits.addAll(hits(file.getFileName().toString(), Files.readAllBytes(file), words));
            }
        }
        return hits;
    }

    /** All files of a backup, unpacked. */
    private static Set<String> archive(Path file, Set<String> words) throws IOException {
        var hits = new TreeSet<String>();
        try (var in = new TarArchiveInputStream(new GZIPInputStream(Files.newInputStream(file)))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                hits.addAll(hits(entry.getName(), in.readAllBytes(), words));
            }
        }
        return hits;
    }

    private static Set<String> hits(String file, byte[] bytes, Set<String> words) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        return words.stream()
                .filter(word ->
                        text.contains(new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)))
                .map(word -> file + ": " + word)
                .collect(Collectors.toSet());
    }

    private static List<String> list(Connection keeper, String sql) throws SQLException {
        try (var statement = keeper.createStatement();
                var rows = statement.executeQuery(sql)) {
            var list = new ArrayList<String>();
            while (rows.next()) {
                list.add(String.valueOf(rows.getString(1)));
            }
            return list;
        }
    }

    private static ConfigurableApplicationContext server(Path data, Path people) {
        return new SpringApplicationBuilder(OpenSocialNet.class)
                .run(
                        "--osn.test-database=false",
                        "--osn.data=" + data,
                        "--osn.people.folder=" + people,
                        "--osn.search.in-memory=true",
                        "--osn.backup.nightly=false",
                        "--server.port=0",
                        "--osn.demo.enabled=true",
                        "--logging.level.org.opensocialnet=debug");
    }
}
