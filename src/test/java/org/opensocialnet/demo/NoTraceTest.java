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
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.opensocialnet.OpenSocialNet;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.AtTheDesk.Visitor;
import org.opensocialnet.access.Role;
import org.opensocialnet.database.TestDatabase;
import org.opensocialnet.kernel.SearchText;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Somebody steals the database: all its tables, the files they lie in, and what PostgreSQL wrote ahead. Nobody is in it. */
class NoTraceTest {

    static final String DATABASE = "no_trace";
    static final String WRITTEN = "Κουκουβαγιόφωλη";
    static final String CONTROL = "Φανεροσπηλιώτισσα";

    final String url = TestDatabase.another(DATABASE);

    @Test
    void aStolenDatabaseNamesNobody() throws Exception {
        var before = segment();
        try (var server = server()) {
            use(server);
            server.getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
                    .sql(
                            "insert into directory.organization (id, name, description, record_source) values (gen_random_uuid(), ?, 'x', 'own')")
                    .param(CONTROL)
                    .update();
        }
        try (var keeper = TestDatabase.keeper(DATABASE);
                var statement = keeper.createStatement()) {
            statement.execute("checkpoint");
            assertThat(tables(keeper, Set.of(CONTROL)))
                    .as("the walk over the tables sees what is there")
                    .isNotEmpty();
            assertThat(tables(keeper, forbidden())).isEmpty();
            assertThat(files(keeper, before, Set.of(CONTROL)))
                    .as("the walk over the files too")
                    .isNotEmpty();
            assertThat(files(keeper, before, forbidden())).isEmpty();
        }
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
        for (var name : names) {
            forbidden.add(name);
            forbidden.add(name.toUpperCase(Locale.ROOT));
            forbidden.add(SearchText.plain(name));
            forbidden.add(SearchText.key(name));
        }
        forbidden.addAll(List.of("6900099999", "69000100", "1969-08-07", "ΔΟΚΙΜΗ7"));
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

    /** The files of this database, and those PostgreSQL wrote ahead since the test began. */
    private static Set<String> files(Connection keeper, String since, Set<String> words)
            throws SQLException, IOException {
        var data = Path.of(list(keeper, "show data_directory").getFirst());
        var oid = list(keeper, "select oid::text from pg_database where datname = current_database()")
                .getFirst();
        var hits = new TreeSet<String>();
        var looked = words.stream()
                .map(word -> new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                .toList();
        try (var heap = Files.walk(data.resolve("base").resolve(oid));
                var ahead = Files.list(data.resolve("pg_wal"))) {
            var all = new ArrayList<>(heap.filter(Files::isRegularFile).toList());
            ahead.filter(file -> file.getFileName().toString().matches("[0-9A-F]{24}"))
                    .filter(file -> file.getFileName().toString().compareTo(since) >= 0)
                    .forEach(all::add);
            for (var file : all) {
                var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                for (int i = 0; i < looked.size(); i++) {
                    if (bytes.contains(looked.get(i))) {
                        hits.add(file.getFileName() + ": " + List.copyOf(words).get(i));
                    }
                }
            }
        }
        return hits;
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

    private static String segment() throws SQLException {
        try (var keeper = TestDatabase.keeper("postgres")) {
            return list(keeper, "select pg_walfile_name(pg_current_wal_lsn())").getFirst();
        }
    }

    private ConfigurableApplicationContext server() {
        return new SpringApplicationBuilder(OpenSocialNet.class)
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("own database", Map.of("osn.database.url", url))))
                .run("--server.port=0", "--osn.demo.enabled=true", "--logging.level.root=warn");
    }
}
