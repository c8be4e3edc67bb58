package org.opensocialnet.support;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.places.Places;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Items.Choice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What can be chosen in a request, by the names readers know; and how what was chosen is called. */
@Component
class SupportChoices {

    private final JdbcClient jdbc;
    private final Places places;

    SupportChoices(JdbcClient jdbc, Places places) {
        this.jdbc = jdbc;
        this.places = places;
    }

    List<Choice> types(Words t) {
        return vocabulary("osn-service", t);
    }

    List<Choice> groups(Words t) {
        return vocabulary("osn-target-group", t);
    }

    private List<Choice> vocabulary(String code, Words t) {
        return jdbc
                .sql("""
                select t.code, t.name, t.translations from directory.public_taxonomy_term t
                join directory.public_taxonomy x on x.id = t.taxonomy_id
                where x.code = :vocabulary and t.code is not null and t.gone_at is null
                limit 1000
                """)
                .param("vocabulary", code)
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

    /** Where an organisation's things can be brought; a confidential one by its area alone. */
    List<Choice> locations(@Nullable UUID organization, Words t) {
        return jdbc.sql("""
                select id, name, translations, confidential from directory.public_location
                where organization_id = :organization and gone_at is null
                order by name, id
                limit 200
                """)
                .param("organization", organization, Types.OTHER)
                .query((row, _) -> new Choice(row.getString("id"), location(row, t)))
                .list();
    }

    /** For whom the team may ask: every organisation of the directory, by name. */
    List<Choice> receivers(Words t) {
        return jdbc
                .sql("""
                select id, name, translations from directory.public_organization
                where gone_at is null
                order by name, id
                limit 2000
                """)
                .query((row, _) -> new Choice(
                        row.getString("id"),
                        t.text(row.getString("name"), row.getString("translations"), "name")
                                .text()))
                .list()
                .stream()
                .sorted(Comparator.comparing(Choice::text, Collator.getInstance(Locale.of(t.lang()))))
                .toList();
    }

    Optional<String> location(UUID id, Words t) {
        return jdbc.sql("""
                select name, translations, confidential from directory.public_location where id = :id
                """).param("id", id).query((row, _) -> location(row, t)).optional();
    }

    private static String location(ResultSet row, Words t) throws SQLException {
        var name = t.text(row.getString("name"), row.getString("translations"), "name")
                .text();
        return row.getBoolean("confidential") ? t.of("support.place.confidential", name) : name;
    }

    /** The organisation's name in the reader's language; empty where nobody knows it. */
    String organization(@Nullable UUID id, Words t) {
        return jdbc.sql("select name, translations from directory.public_organization where id = :id")
                .param("id", id, Types.OTHER)
                .query((row, _) -> t.text(row.getString("name"), row.getString("translations"), "name")
                        .text())
                .optional()
                .orElse("");
    }

    /** How a code is called; itself where it is called nothing any more. */
    static String name(List<Choice> choices, String code) {
        return choices.stream()
                .filter(choice -> choice.value().equals(code))
                .map(Choice::text)
                .findFirst()
                .orElse(code);
    }

    static List<String> values(List<Choice> choices) {
        return choices.stream().map(Choice::value).toList();
    }
}
