package org.opensocialnet.people;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The groups people belong to and what makes them vulnerable: begun and ended on a day, never overwritten. */
@Component
@Transactional
public class Groups {

    private final JdbcClient jdbc;
    private final Persons persons;
    private final Trail trail;
    private final Clock clock;

    Groups(JdbcClient jdbc, Persons persons, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.persons = persons;
        this.trail = trail;
        this.clock = clock;
    }

    /** One that goes on already goes on. */
    public void join(PersonId id, TargetGroup group, LocalDate since) {
        enter(id, persons.own(id), Objects.requireNonNull(Sight.current()).member(), group, since);
        trail.note(Act.on("people.group.added", "person", id.value()));
    }

    /** It held until then; that it held stays known. */
    public void leave(PersonId id, UUID belonging, LocalDate until) {
        persons.own(id);
        var left = jdbc.sql("""
                update people.belonging set until = greatest(since, :until)
                where id = :id and person = :person and until is null
                """)
                .param("until", until)
                .param("id", belonging)
                .param("person", id.value())
                .update();
        if (left == 0) {
            throw Refusal.conflict("people.group.ended-already");
        }
        trail.note(Act.on("people.group.ended", "person", id.value()));
    }

    void enter(PersonId id, UUID organization, @Nullable UUID member, TargetGroup group, LocalDate since) {
        jdbc.sql("""
                insert into people.belonging (id, person, organization, target_group, since, recorded_at, recorded_by)
                select :id, :person, :organization, :group, :since, :now, :member
                where not exists (select from people.belonging
                                  where person = :person and target_group = :group and until is null)
                """)
                .param("id", Uuid7.next())
                .param("person", id.value())
                .param("organization", organization)
                .param("group", group.code())
                .param("since", since)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("member", member)
                .update();
    }
}
