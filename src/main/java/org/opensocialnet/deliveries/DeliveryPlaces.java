package org.opensocialnet.deliveries;

import java.sql.Types;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Items.Choice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** To whom and where things go, as everybody may know it: of a confidential place its area alone, whoever brings things there. */
@Component
class DeliveryPlaces {

    private final JdbcClient jdbc;

    DeliveryPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A place in words; confidential: the address is agreed with whoever receives. */
    record Known(String name, String address, boolean confidential) {

        static final Known NOWHERE = new Known("", "", false);

        String line() {
            return address.isEmpty() ? name : name + ", " + address;
        }
    }

    /** Where it goes: a place of the directory, else what was written. */
    Known of(Handover handover, Words t) {
        var place = handover.place();
        return place == null
                ? new Known(handover.placeWords(), "", false)
                : find(place, t).orElse(Known.NOWHERE);
    }

    private Optional<Known> find(UUID place, Words t) {
        return jdbc.sql("""
                select l.name, l.translations, l.confidential,
                       (select concat_ws(', ', nullif(a.address_1, ''), nullif(a.postal_code, ''), nullif(a.city, ''))
                        from directory.public_address a where a.location_id = l.id order by a.id limit 1) as address
                from directory.public_location l where l.id = :id
                """)
                .param("id", place)
                .query((row, _) -> new Known(
                        t.text(row.getString("name"), row.getString("translations"), "name")
                                .text(),
                        row.getBoolean("confidential") || row.getString("address") == null
                                ? ""
                                : row.getString("address"),
                        row.getBoolean("confidential")))
                .optional();
    }

    /** Places of an organisation. */
    List<Choice> places(@Nullable UUID organization, Words t) {
        return jdbc.sql("""
                select id, name, translations, confidential from directory.public_location
                where organization_id = :organization and gone_at is null
                order by name, id
                limit 200
                """)
                .param("organization", organization, Types.OTHER)
                .query((row, _) -> {
                    var name = t.text(row.getString("name"), row.getString("translations"), "name")
                            .text();
                    return new Choice(
                            row.getString("id"),
                            row.getBoolean("confidential") ? t.of("deliveries.place.confidential", name) : name);
                })
                .list();
    }

    /** Every organisation of the directory, by name. */
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

    /** An organisation's name; where there is none, what stands for it. */
    String name(@Nullable UUID organization, String otherwise, Words t) {
        return organization == null
                ? otherwise
                : jdbc.sql("select name, translations from directory.public_organization where id = :id")
                        .param("id", organization)
                        .query((row, _) -> t.text(row.getString("name"), row.getString("translations"), "name")
                                .text())
                        .optional()
                        .orElse(otherwise);
    }
}
