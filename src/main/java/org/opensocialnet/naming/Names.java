package org.opensocialnet.naming;

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

/** Names to choose from, in the reader's language and order; what is kept of a choice is its code or id. */
@Component
public class Names {

    private final JdbcClient jdbc;
    private final Places places;

    Names(JdbcClient jdbc, Places places) {
        this.jdbc = jdbc;
        this.places = places;
    }

    /** Kinds of service: the words of osn-service. */
    public List<Choice> serviceTypes(Words t) {
        return vocabulary("osn-service", t);
    }

    /** Target groups: the words of osn-target-group. */
    public List<Choice> groups(Words t) {
        return vocabulary("osn-target-group", t);
    }

    private List<Choice> vocabulary(String code, Words t) {
        return sorted(
                jdbc.sql("""
                select t.code as id, t.name, t.translations from directory.public_taxonomy_term t
                join directory.public_taxonomy x on x.id = t.taxonomy_id
                where x.code = :vocabulary and t.code is not null and t.gone_at is null
                limit 1000
                """)
                        .param("vocabulary", code)
                        .query((row, _) -> choice(row, t))
                        .list(),
                t);
    }

    /** Communities, in the city's own order. */
    public List<Choice> zones(Words t) {
        return places.communities().stream()
                .map(place -> new Choice(place.code(), place.name(t.lang())))
                .toList();
    }

    /** The organisations of the directory. */
    public List<Choice> organizations(Words t) {
        return sorted(jdbc.sql("""
                select id, name, translations from directory.public_organization
                where gone_at is null
                order by name, id
                limit 2000
                """).query((row, _) -> choice(row, t)).list(), t);
    }

    /** An organisation's name; empty where nobody knows it. */
    public String organization(@Nullable UUID id, Words t) {
        return jdbc.sql("select id, name, translations from directory.public_organization where id = :id")
                .param("id", id, Types.OTHER)
                .query((row, _) -> choice(row, t).text())
                .optional()
                .orElse("");
    }

    /** What an organisation offers. */
    public List<Choice> services(UUID organization, Words t) {
        return jdbc.sql("""
                select id, name, translations from directory.public_service
                where organization_id = :organization and gone_at is null
                order by name, id
                limit 200
                """)
                .param("organization", organization)
                .query((row, _) -> choice(row, t))
                .list();
    }

    /** Where an organisation is; a confidential place by its area alone. */
    public List<Choice> locations(@Nullable UUID organization, Words t) {
        return jdbc.sql("""
                select id, name, translations, confidential from directory.public_location
                where organization_id = :organization and gone_at is null
                order by name, id
                limit 200
                """)
                .param("organization", organization, Types.OTHER)
                .query((row, _) -> location(row, t))
                .list();
    }

    public Optional<String> location(UUID id, Words t) {
        return jdbc.sql("select id, name, translations, confidential from directory.public_location where id = :id")
                .param("id", id)
                .query((row, _) -> location(row, t).text())
                .optional();
    }

    private static Choice location(ResultSet row, Words t) throws SQLException {
        var choice = choice(row, t);
        return row.getBoolean("confidential")
                ? new Choice(choice.value(), t.of("naming.confidential", choice.text()))
                : choice;
    }

    private static Choice choice(ResultSet row, Words t) throws SQLException {
        return new Choice(
                row.getString("id"),
                t.text(row.getString("name"), row.getString("translations"), "name")
                        .text());
    }

    private static List<Choice> sorted(List<Choice> choices, Words t) {
        return choices.stream()
                .sorted(Comparator.comparing(Choice::text, Collator.getInstance(Locale.of(t.lang()))))
                .toList();
    }

    /** How a code is called; itself where it is called nothing any more. */
    public static String of(List<Choice> choices, String code) {
        return choices.stream()
                .filter(choice -> choice.value().equals(code))
                .map(Choice::text)
                .findFirst()
                .orElse(code);
    }

    public static List<String> codes(List<Choice> choices) {
        return choices.stream().map(Choice::value).toList();
    }
}
