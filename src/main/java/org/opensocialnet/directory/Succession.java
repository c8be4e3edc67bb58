package org.opensocialnet.directory;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Organisations are renamed, merge, and move under others. What was is kept, and led on to what is. */
@Component
class Succession {

    private final JdbcClient jdbc;

    Succession(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One becomes part of another: its units, services, programmes and places go over; it stays to be found. */
    @Transactional
    public void mergeInto(UUID predecessor, UUID successor, LocalDate on, @Nullable String note) {
        var name = name(predecessor);
        name(successor);
        if (current(successor).equals(Optional.of(predecessor))) {
            throw Refusal.conflict("directory.succession.circle");
        }
        jdbc.sql("select id from directory.organization where parent_organization_id = ?")
                .param(predecessor)
                .query(UUID.class)
                .list()
                .forEach(unit -> moveUnder(unit, successor, on, note));
        for (var table : new String[] {"service", "program", "location"}) {
            jdbc.sql("update directory." + table + " set organization_id = ? where organization_id = ?")
                    .params(successor, predecessor)
                    .update();
        }
        jdbc.sql("update directory.organization set gone_at = now() where id = ? and gone_at is null")
                .param(predecessor)
                .update();
        keep(predecessor, successor, "merged-into", on, name, note);
    }

    /** The same organisation under a new name. */
    @Transactional
    public void rename(UUID organization, String newName, LocalDate on, @Nullable String note) {
        var former = name(organization);
        if (newName.isBlank() || newName.strip().equals(former)) {
            throw Refusal.conflict("directory.succession.same-name");
        }
        jdbc.sql("update directory.organization set name = ? where id = ?")
                .params(newName.strip(), organization)
                .update();
        keep(organization, organization, "renamed", on, former, note);
    }

    /** A unit gets another parent. */
    @Transactional
    public void moveUnder(UUID unit, UUID parent, LocalDate on, @Nullable String note) {
        name(unit);
        name(parent);
        if (isAbove(unit, parent)) {
            throw Refusal.conflict("directory.succession.circle");
        }
        jdbc.sql("update directory.organization set parent_organization_id = ? where id = ?")
                .params(parent, unit)
                .update();
        keep(unit, parent, "moved-under", on, null, note);
    }

    /** What an organisation is today, following its mergers. */
    Optional<UUID> current(UUID organization) {
        return jdbc.sql("""
                        select directory.current_organization(id) from directory.organization where id = ?""").param(organization).query(UUID.class).optional();
    }

    private boolean isAbove(UUID upper, UUID lower) {
        return jdbc.sql("""
                        with recursive up (id) as (
                            values (:lower::uuid)
                            union
                            select o.parent_organization_id from directory.organization o join up on up.id = o.id
                            where o.parent_organization_id is not null)
                        select exists (select from up where id = :upper)""")
                .param("lower", lower)
                .param("upper", upper)
                .query(Boolean.class)
                .single();
    }

    private void keep(
            UUID predecessor,
            UUID successor,
            String event,
            LocalDate on,
            @Nullable String formerName,
            @Nullable String note) {
        jdbc.sql("""
                        insert into directory.organization_succession (
                            id, predecessor_id, successor_id, event, happened_on, former_name, note, record_source)
                        values (:id, :predecessor, :successor, :event, :on, :former, :note, 'own')""")
                .param("id", Uuid7.next())
                .param("predecessor", predecessor)
                .param("successor", successor)
                .param("event", event)
                .param("on", on)
                .param("former", formerName, Types.VARCHAR)
                .param("note", note, Types.VARCHAR)
                .update();
    }

    private String name(UUID organization) {
        return jdbc.sql("select name from directory.organization where id = ? for update")
                .param(organization)
                .query(String.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("directory.record.unknown"));
    }
}
