package org.opensocialnet.intake;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Our own words for kinds of service and for target groups, in Greek and English. They come with the program and are
 * loaded at its start when they differ from what was loaded last.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OwnVocabularies implements ApplicationRunner {

    static final String SOURCE = "osn";

    private static final Logger LOG = LoggerFactory.getLogger(OwnVocabularies.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<Vocabulary> ALL = List.of(
            new Vocabulary("osn-service", "Είδη υπηρεσιών", "Kinds of service"),
            new Vocabulary("osn-target-group", "Ομάδες", "Target groups"));

    private final Intakes intakes;
    private final JdbcClient jdbc;

    OwnVocabularies(Intakes intakes, JdbcClient jdbc) {
        this.intakes = intakes;
        this.jdbc = jdbc;
    }

    /** One vocabulary; its code is also the name of its file. */
    record Vocabulary(String code, String greek, String english) {

        String text() {
            try (var in = new InputStreamReader(
                    new ClassPathResource("intake/" + code + ".csv").getInputStream(), StandardCharsets.UTF_8)) {
                return in.readAllAsString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void run(ApplicationArguments arguments) {
        load();
    }

    void load() {
        var version = version();
        if (jdbc.sql("select count(*) from directory.source where id = ? and version = ?")
                        .params(SOURCE, version)
                        .query(Integer.class)
                        .single()
                > 0) {
            return;
        }
        try (var intake = intakes.open(
                SOURCE, "Open Social Net", IntakeOptions.wholeSource().strictly())) {
            ALL.forEach(vocabulary -> bring(vocabulary, intake));
            var report = intake.finish();
            if (!report.saved()) {
                throw new IllegalStateException("Our own vocabularies are not right: " + report.problems());
            }
            LOG.atInfo().addKeyValue("words", report.total().read()).log("Loaded the directory's own vocabularies");
        }
        jdbc.sql("update directory.source set version = ? where id = ?")
                .params(version, SOURCE)
                .update();
    }

    private static String version() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var vocabulary : ALL) {
                digest.update((vocabulary + vocabulary.text()).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void bring(Vocabulary vocabulary, Intake intake) {
        var file = vocabulary.code() + ".csv";
        intake.accept(
                "taxonomy",
                new RowOrigin(file, 0),
                Map.of(
                        "id", vocabulary.code(),
                        "code", vocabulary.code(),
                        "name", vocabulary.greek(),
                        "translations", json(Map.of("en", Map.of("name", vocabulary.english())))));
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var rows = format.parse(new StringReader(vocabulary.text()))) {
            for (var row : rows) {
                intake.accept("taxonomy_term", new RowOrigin(file, rows.getCurrentLineNumber()), term(vocabulary, row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> term(Vocabulary vocabulary, CSVRecord row) {
        var parent = row.get("parent");
        return Map.ofEntries(
                Map.entry("id", vocabulary.code() + "/" + row.get("code")),
                Map.entry("code", row.get("code")),
                Map.entry("name", row.get("name_el")),
                Map.entry("description", row.get("description_el")),
                Map.entry("parent_id", parent.isEmpty() ? "" : vocabulary.code() + "/" + parent),
                Map.entry("taxonomy", vocabulary.code()),
                Map.entry("taxonomy_id", vocabulary.code()),
                Map.entry("language", "el"),
                Map.entry("synonyms", json(Map.of("el", words(row, "synonyms_el"), "en", words(row, "synonyms_en")))),
                Map.entry("matches", json(matches(row))),
                Map.entry(
                        "translations",
                        json(Map.of(
                                "en", Map.of("name", row.get("name_en"), "description", row.get("description_en"))))));
    }

    /**
     * The same term elsewhere: its name in Open Eligibility, and its number among the services of English and Welsh
     * councils (LGSL, as GOV.UK publishes it under the Open Government Licence 3.0). Only where both mean the same.
     */
    private static Map<String, String> matches(CSVRecord row) {
        var matches = new TreeMap<String, String>();
        if (!row.get("open_eligibility").isEmpty()) {
            matches.put("open-eligibility", row.get("open_eligibility"));
        }
        if (row.isMapped("esd_service") && !row.get("esd_service").isEmpty()) {
            matches.put("esd", "http://id.esd.org.uk/service/" + row.get("esd_service"));
        }
        return matches;
    }

    private static List<String> words(CSVRecord row, String column) {
        return Arrays.stream(row.get(column).split(";"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String json(Object value) {
        return JSON.writeValueAsString(value);
    }
}
