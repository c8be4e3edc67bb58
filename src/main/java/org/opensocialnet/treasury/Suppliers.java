package org.opensocialnet.treasury;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Those who are paid for what is bought. One tax number is one supplier. */
@Component
@Transactional
class Suppliers {

    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    /** One of them; the tax number is empty where nobody knows it. */
    record Supplier(UUID id, String name, String afm) {}

    Suppliers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Supplier> all() {
        return jdbc.sql("select id, name, afm from treasury.supplier order by name, id limit :most")
                .param("most", MOST)
                .query((row, _) ->
                        new Supplier(row.getObject("id", UUID.class), row.getString("name"), row.getString("afm")))
                .list();
    }

    /** The supplier of that tax number, or name where there is none; a new one where nobody is. */
    UUID of(String name, String afm) {
        var sight = Sight.current();
        return jdbc.sql("""
                select id from treasury.supplier
                where organization is not distinct from :organization::uuid
                  and (:afm <> '' and afm = :afm or :afm = '' and afm = '' and name = :name)
                order by id
                limit 1
                """)
                .param("organization", sight == null ? null : sight.organization(), Types.OTHER)
                .param("afm", afm)
                .param("name", name)
                .query(UUID.class)
                .optional()
                .orElseGet(() -> add(name, afm));
    }

    private UUID add(String name, String afm) {
        var id = Uuid7.next();
        var sight = Sight.current();
        jdbc.sql(
                        "insert into treasury.supplier (id, organization, name, afm, made_at) values (:id, :of, :name, :afm, :now)")
                .param("id", id)
                .param("of", sight == null ? null : sight.organization(), Types.OTHER)
                .param("name", name)
                .param("afm", afm)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }
}
