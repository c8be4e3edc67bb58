package org.opensocialnet.passkeys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.signin.SecondStepReset;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A member's own passkeys; row-level security shows nobody another's. */
@Component
@Transactional
class Passkeys {

    /** More than anybody has devices; fewer than would slow a sign-in. */
    static final int MOST = 20;

    private final JdbcClient jdbc;
    private final Trail trail;

    Passkeys(JdbcClient jdbc, Trail trail) {
        this.jdbc = jdbc;
        this.trail = trail;
    }

    List<Passkey> of(UUID member) {
        return jdbc.sql("""
                select id, name, backed_up, added_at, used_at
                from passkeys.passkey
                where member = :member
                order by added_at, id
                limit :most
                """)
                .param("member", member)
                .param("most", MOST)
                .query(Passkeys::passkey)
                .list();
    }

    Optional<Passkey> find(UUID member, UUID id) {
        return jdbc.sql("""
                select id, name, backed_up, added_at, used_at
                from passkeys.passkey
                where member = :member and id = :id
                """)
                .param("member", member)
                .param("id", id)
                .query(Passkeys::passkey)
                .optional();
    }

    void rename(UUID member, UUID id, String name) {
        jdbc.sql("update passkeys.passkey set name = :name where member = :member and id = :id")
                .param("name", name)
                .param("member", member)
                .param("id", id)
                .update();
    }

    void remove(UUID member, UUID id) {
        var removed = jdbc.sql("delete from passkeys.passkey where member = :member and id = :id")
                .param("member", member)
                .param("id", id)
                .update();
        if (removed == 1) {
            trail.note(Act.on("passkeys.removed", "member", member));
        }
    }

    /** A passkey counts as both steps: it ends when an administrator takes the second step away. */
    @EventListener
    void end(SecondStepReset reset) {
        jdbc.sql("delete from passkeys.passkey where member = :member")
                .param("member", reset.member())
                .update();
    }

    private static Passkey passkey(ResultSet row, int number) throws SQLException {
        var used = row.getObject("used_at", OffsetDateTime.class);
        return new Passkey(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getBoolean("backed_up"),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                used == null ? null : used.toInstant());
    }
}
