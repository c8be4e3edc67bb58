package org.opensocialnet.anonymous;

import java.util.List;
import java.util.UUID;
import org.opensocialnet.workspace.Items.Choice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The services an organisation offers, by their public names. */
@Repository
class OwnServices {

    private final JdbcClient jdbc;

    OwnServices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Choice> of(UUID organization) {
        return jdbc.sql("""
                select id, name from directory.public_service
                where organization_id = :organization
                order by name, id
                limit 200
                """)
                .param("organization", organization)
                .query((row, _) -> new Choice(row.getString("id"), row.getString("name")))
                .list();
    }
}
