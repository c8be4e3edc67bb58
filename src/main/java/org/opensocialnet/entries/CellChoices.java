package org.opensocialnet.entries;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.opensocialnet.places.Places;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Items.Choice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an entry can be about, by the names readers know: kinds of service, groups, communities, the own services. */
@Component
class CellChoices {

    private final JdbcClient jdbc;
    private final Places places;

    CellChoices(JdbcClient jdbc, Places places) {
        this.jdbc = jdbc;
        this.places = places;
    }

    List<Choice> types(Words t) {
        return words(t, "osn-service");
    }

    List<Choice> groups(Words t) {
        return words(t, "osn-target-group");
    }

    private List<Choice> words(Words t, String vocabulary) {
        return jdbc
                .sql("""
                select t.code, t.name, t.translations from directory.public_taxonomy_term t
                join directory.public_taxonomy x on x.id = t.taxonomy_id
                where x.code = :vocabulary and t.code is not null and t.gone_at is null
                limit 1000
                """)
                .param("vocabulary", vocabulary)
                .query((row, _) -> new Choice(
                        row.getString("code"),
                        t.text(row.getString("name"), row.getString("translations"), "name")
                                .text()))
                .list()
                .stream()
                .sorted(Comparator.comparing(Choice::text, Collator.getInstance(Locale.of(t.lang()))))
                .toList();
    }

    List<Choice> zones(Words t) {
        return places.communities().stream()
                .map(place -> new Choice(place.code(), place.name(t.lang())))
                .toList();
    }

    List<Choice> services(UUID organization, Words t) {
        return jdbc.sql("""
                select id, name, translations from directory.public_service
                where organization_id = :organization and gone_at is null
                order by name, id
                limit 200
                """)
                .param("organization", organization)
                .query((row, _) -> new Choice(
                        row.getString("id"),
                        t.text(row.getString("name"), row.getString("translations"), "name")
                                .text()))
                .list();
    }

    /** How a code is called; itself where it is called nothing any more. */
    static String name(List<Choice> choices, String code) {
        return choices.stream()
                .filter(choice -> choice.value().equals(code))
                .map(Choice::text)
                .findFirst()
                .orElse(code);
    }
}
