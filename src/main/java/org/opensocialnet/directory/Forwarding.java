package org.opensocialnet.directory;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Leads from records that turned out to be the same as others to those that are left. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Forwarding {

    private final JdbcClient jdbc;

    Forwarding(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From now on one record is found at the other; in the transaction that takes it out of use. */
    public void lead(Subject from, UUID to) {
        jdbc.sql("""
                        insert into directory.forwarding (record_id, table_name, into_id) values (:from, :table, :to)
                        on conflict (record_id) do update set into_id = excluded.into_id
                        """)
                .param("from", from.id())
                .param("table", from.kind().table())
                .param("to", to)
                .update();
    }

    /** The record stands for itself again. */
    public void end(Subject from) {
        jdbc.sql("delete from directory.forwarding where record_id = :from")
                .param("from", from.id())
                .update();
    }

    /** Where the public finds a record now, following all mergers; none where it was never merged. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<UUID> publicly(UUID record) {
        return jdbc.sql("select into_id from directory.public_forwarding where record_id = :record")
                .param("record", record)
                .query(UUID.class)
                .optional();
    }
}
