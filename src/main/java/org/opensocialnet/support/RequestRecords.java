package org.opensocialnet.support;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opensocialnet.database.Rows;
import org.opensocialnet.people.PersonId;
import org.opensocialnet.people.PersonRecords;
import org.opensocialnet.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What this room keeps of a person: that her caseworker asked for something for her. */
@Component
@Transactional
class RequestRecords implements PersonRecords {

    private final JdbcClient jdbc;

    RequestRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Asked(UUID id, String title, String story, String status, OffsetDateTime madeAt) {}

    private List<Asked> asked(PersonId person) {
        return jdbc.sql("""
                select r.id, r.title, coalesce(s.text, '') as story, r.status, r.made_at
                from support.person p
                join support.request r on r.id = p.request
                left join support.story s on s.request = r.id
                where p.person = :person
                order by r.id desc
                limit 100
                """)
                .param("person", person.value())
                .query(Rows.of(Asked.class))
                .list();
    }

    @Override
    public List<Event> timeline(PersonId person, Words t) {
        return asked(person).stream()
                .map(asked -> new Event(
                        asked.madeAt().toInstant(),
                        t.of("support.event.asked"),
                        asked.title(),
                        RequestListPages.PATH + "/" + asked.id()))
                .toList();
    }

    @Override
    public Map<String, Object> export(PersonId person) {
        return Map.of(
                "supportRequests",
                asked(person).stream()
                        .map(asked -> Map.of(
                                "title", asked.title(),
                                "why", asked.story(),
                                "status", asked.status().toLowerCase(Locale.ROOT),
                                "asked", asked.madeAt().toString()))
                        .toList());
    }

    /** The request stays, for nobody: why she needs it and the way to her door go with her. */
    @Override
    public void erase(PersonId person) {
        jdbc.sql("""
                update support.story set text = ''
                where request in (select request from support.person where person = :person)
                """).param("person", person.value()).update();
        jdbc.sql("""
                delete from support.way_in
                where request in (select request from support.person where person = :person)
                """).param("person", person.value()).update();
        jdbc.sql("delete from support.person where person = :person")
                .param("person", person.value())
                .update();
    }

    @Override
    public Set<UUID> using(Collection<UUID> persons, Instant since) {
        return new HashSet<>(jdbc.sql("""
                select distinct p.person
                from support.person p
                join support.request r on r.id = p.request
                where p.person = any (:persons)
                  and (r.changed_at >= :since or r.status not in ('Closed', 'Refused', 'Withdrawn'))
                """)
                .param("persons", persons.toArray(UUID[]::new))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list());
    }

    @Override
    public Processing declared(Words t) {
        return new Processing(
                t.of("support.processing.what"),
                t.of("support.processing.purpose"),
                t.of("support.processing.basis"),
                t.of("support.processing.data"),
                t.of("support.processing.recipients"));
    }
}
