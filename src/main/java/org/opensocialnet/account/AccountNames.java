package org.opensocialnet.account;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How organisations and kinds of service are called, as everybody knows them. */
@Component
class AccountNames {

    private final JdbcClient jdbc;

    AccountNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** None where everybody knows no such organisation. */
    Optional<String> organization(@Nullable UUID id, Words t) {
        return id == null
                ? Optional.empty()
                : jdbc.sql("select name, translations from directory.public_organization where id = :id")
                        .param("id", id)
                        .query((row, _) -> t.text(row.getString("name"), row.getString("translations"), "name")
                                .text())
                        .optional();
    }

    /** The kinds of service by their codes. */
    Map<String, String> types(Words t) {
        var names = new HashMap<String, String>();
        jdbc.sql("""
                select t.code, t.name, t.translations from directory.public_taxonomy_term t
                join directory.public_taxonomy x on x.id = t.taxonomy_id
                where x.code = 'osn-service' and t.code is not null
                limit 1000
                """)
                .query((row, _) -> Map.entry(
                        row.getString("code"),
                        t.text(row.getString("name"), row.getString("translations"), "name")
                                .text()))
                .list()
                .forEach(each -> names.put(each.getKey(), each.getValue()));
        return names;
    }
}
