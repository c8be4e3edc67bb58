package org.opensocialnet.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the vocabularies of the directory. */
@Repository
class Terms {

    static final String GROUPS = "osn-target-group";
    private static final JsonMapper JSON = new JsonMapper();

    record Row(
            UUID id,
            @Nullable String code,
            String name,
            @Nullable UUID parentId,
            @Nullable String taxonomyCode,
            String synonyms,
            String translations) {}

    private final JdbcClient jdbc;

    Terms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Vocabulary all() {
        return new Vocabulary(jdbc.sql("""
                select t.id, t.code, t.name, t.parent_id, x.code as taxonomy_code, t.synonyms, t.translations
                from directory.public_taxonomy_term t
                left join directory.public_taxonomy x on x.id = t.taxonomy_id
                where t.gone_at is null
                order by t.name, t.id
                """).query(Rows.of(Row.class)).list().stream()
                .map(Terms::term)
                .toList());
    }

    private static Concept term(Row row) {
        var own = row.taxonomyCode() != null;
        return new Concept(
                row.id(),
                GROUPS.equals(row.taxonomyCode()) ? Facet.GROUP : Facet.TERM,
                own && row.code() != null ? row.code() : row.id().toString(),
                own,
                row.name(),
                names(row.translations()),
                synonyms(row.synonyms()),
                row.parentId());
    }

    private static Map<String, String> names(String translations) {
        var names = new HashMap<String, String>();
        for (var language : JSON.readTree(translations).properties()) {
            var name = language.getValue().path("name").asString("");
            if (!name.isBlank()) {
                names.put(language.getKey(), name);
            }
        }
        return names;
    }

    private static List<String> synonyms(String document) {
        var synonyms = new ArrayList<String>();
        for (var language : JSON.readTree(document).properties()) {
            for (JsonNode word : language.getValue()) {
                synonyms.add(word.asString(""));
            }
        }
        return synonyms;
    }
}
