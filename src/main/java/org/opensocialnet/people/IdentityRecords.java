package org.opensocialnet.people;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opensocialnet.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this room itself keeps of a person: who she is. It goes with her record, and is exported beside it. */
@Component
class IdentityRecords implements PersonRecords {

    private final JdbcClient jdbc;

    IdentityRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Event> timeline(PersonId person, Words t) {
        return List.of();
    }

    @Override
    public Map<String, Object> export(PersonId person) {
        return Map.of();
    }

    @Override
    public void erase(PersonId person) {
        // all of it hangs on the record itself, which goes last
    }

    @Override
    public Set<UUID> using(Collection<UUID> persons, Instant since) {
        return new HashSet<>(jdbc.sql("""
                select id from people.person
                where id = any (:persons::uuid[]) and created_at >= :since
                union
                select person from people.fact
                where person = any (:persons::uuid[]) and greatest(recorded_at, ended_at) >= :since
                union
                select person from people.belonging
                where person = any (:persons::uuid[]) and recorded_at >= :since
                union
                select person from people.code
                where person = any (:persons::uuid[]) and created_at >= :since
                """)
                .param("persons", persons.toArray(UUID[]::new))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getObject(1, UUID.class))
                .list());
    }

    @Override
    public Processing declared(Words t) {
        return new Processing(
                t.of("people.processing.what"),
                t.of("people.processing.purpose"),
                t.of("people.processing.basis"),
                t.of("people.processing.data"),
                t.of("people.processing.recipients"));
    }
}
