package org.opensocialnet.drafts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Rows;
import org.opensocialnet.directory.RecordRow;
import org.opensocialnet.directory.WholeRecords;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Items.Choice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What can be chosen where a field names another record: places, units, groups, programmes, languages. */
@Component
class Offered {

    private static final List<String> LANGUAGES = List.of(
            "el", "en", "ar", "fa", "prs", "ps", "ur", "bn", "hi", "pa", "ku", "ckb", "tr", "sq", "ka", "hy", "ru",
            "uk", "ro", "bg", "sr", "pl", "fr", "de", "es", "it", "pt", "so", "ti", "am", "sw", "ln", "tl", "zh", "gss",
            "rom");

    /** A word of a vocabulary. */
    record Term(
            UUID id,
            @Nullable UUID parentId,
            String name,
            String translations,
            @Nullable String parentName,
            @Nullable String parentTranslations) {}

    private final WholeRecords records;
    private final JdbcClient jdbc;

    Offered(WholeRecords records, JdbcClient jdbc) {
        this.records = records;
        this.jdbc = jdbc;
    }

    List<Choice> of(Words t, String table, Blank blank, Sheet sheet) {
        return switch (blank.input()) {
            case CHOICE -> Options.choices(t, table, blank.column());
            case YES_NO ->
                List.of(new Choice("true", Options.word(t, "true")), new Choice("false", Options.word(t, "false")));
            case LANGUAGE ->
                LANGUAGES.stream()
                        .map(code -> new Choice(code, language(t, code)))
                        .toList();
            case PLACE -> named(t, records.rows("location", "organization_id", List.of(sheet.organization())));
            case PROGRAM -> named(t, records.rows("program", "organization_id", List.of(sheet.organization())));
            case FUNDING -> fundings(t, sheet);
            case UNIT -> units(t);
            case GROUP ->
                groups(t, "osn-target-group").stream()
                        .flatMap(group -> group.choices().stream())
                        .toList();
            default -> List.of();
        };
    }

    static String language(Words t, String code) {
        var name = Locale.forLanguageTag(code).getDisplayLanguage(t.language().locale());
        return switch (code) {
            case "gss" -> t.of("drafts.language.sign");
            case "rom" -> t.of("drafts.language.romani");
            default -> name.isEmpty() ? code : name;
        };
    }

    private List<Choice> named(Words t, List<RecordRow> rows) {
        return rows.stream()
                .filter(row -> !row.gone())
                .map(row -> new Choice(row.id().toString(), name(t, row)))
                .sorted((one, other) -> one.text().compareToIgnoreCase(other.text()))
                .toList();
    }

    private List<Choice> fundings(Words t, Sheet sheet) {
        return sheet.kept("funding").stream()
                .map(line -> new Choice(line.id().toString(), line.text("source")))
                .toList();
    }

    private List<Choice> units(Words t) {
        record Unit(UUID id, String name, String translations) {}
        var byName = new LinkedHashMap<String, Choice>();
        for (var unit : jdbc.sql("select id, name, translations::text as translations from directory.public_unit"
                        + " order by name, id limit 200")
                .query(Rows.of(Unit.class))
                .list()) {
            var name = t.text(unit.name(), unit.translations(), "name").text();
            byName.putIfAbsent(name, new Choice(unit.id().toString(), name));
        }
        return List.copyOf(byName.values());
    }

    /** The words of a vocabulary, each under the wider one. */
    List<SectionForm.Group> groups(Words t, String vocabulary) {
        var groups = new LinkedHashMap<String, List<Choice>>();
        for (var term : terms(vocabulary)) {
            var title = term.parentName() == null
                    ? ""
                    : t.text(term.parentName(), term.parentTranslations(), "name")
                            .text();
            groups.computeIfAbsent(title, _ -> new ArrayList<>())
                    .add(new Choice(
                            term.id().toString(),
                            t.text(term.name(), term.translations(), "name").text()));
        }
        var result = new ArrayList<SectionForm.Group>();
        groups.forEach((title, choices) -> result.add(new SectionForm.Group(title, List.copyOf(choices))));
        return result;
    }

    private List<Term> terms(String vocabulary) {
        return jdbc.sql("""
                        select w.id, w.parent_id, w.name, w.translations::text as translations,
                               p.name as parent_name, p.translations::text as parent_translations
                        from directory.public_taxonomy_term w
                        join directory.public_taxonomy v on v.id = w.taxonomy_id and v.code = :vocabulary
                        left join directory.public_taxonomy_term p on p.id = w.parent_id
                        where w.gone_at is null
                        order by p.name nulls first, w.name, w.id
                        """)
                .param("vocabulary", vocabulary)
                .query(Rows.of(Term.class))
                .list();
    }

    /** The names of some records that fields refer to, in the reader's language. */
    Map<String, String> names(Words t, String table, List<UUID> ids) {
        var names = new LinkedHashMap<String, String>();
        for (var row : records.rows(table, "id", ids)) {
            names.put(row.id().toString(), name(t, row));
        }
        return names;
    }

    private static String name(Words t, RecordRow row) {
        var column = row.table().equals("funding") ? "source" : "name";
        var name = t.text(
                        row.value(column) == null ? row.value("area") : row.value(column),
                        row.values().getOrDefault("translations", "{}"),
                        column)
                .text();
        return name.isBlank() ? row.id().toString() : name;
    }
}
