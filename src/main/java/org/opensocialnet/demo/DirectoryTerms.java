package org.opensocialnet.demo;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opensocialnet.database.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The directory's own vocabularies, read once. */
record DirectoryTerms(Map<String, Term> byCode) implements Terms {

    record Line(UUID id, String taxonomy, String code, String name, String english) {}

    static DirectoryTerms read(JdbcClient jdbc) {
        var lines = jdbc.sql("""
                select t.id, x.code as taxonomy, t.code, t.name,
                       coalesce(t.translations -> 'en' ->> 'name', t.name) as english
                from directory.public_taxonomy_term t
                join directory.public_taxonomy x on x.id = t.taxonomy_id
                where x.code in (:taxonomies) and t.code is not null and t.gone_at is null
                """)
                .param("taxonomies", List.of(KINDS, GROUPS))
                .query(Rows.of(Line.class))
                .list();
        return new DirectoryTerms(lines.stream()
                .collect(Collectors.toMap(
                        line -> line.taxonomy + " " + line.code,
                        line -> new Term(line.id, new Both(line.name, line.english)))));
    }

    @Override
    public Term of(String taxonomy, String code) {
        var term = byCode.get(taxonomy + " " + code);
        if (term == null) {
            throw new IllegalArgumentException("no term " + code);
        }
        return term;
    }
}
