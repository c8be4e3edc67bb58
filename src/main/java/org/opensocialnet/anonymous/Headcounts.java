package org.opensocialnet.anonymous;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.people.TargetGroup;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many came without a code, by service, day and group; corrected by taking a count back. */
@Component
@Transactional
class Headcounts {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Headcounts(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** So many came. */
    record Counted(
            @Nullable UUID service, LocalDate day, @Nullable TargetGroup group, int people) {}

    UUID count(UUID organization, UUID member, Counted counted) {
        var id = Uuid7.next();
        var group = counted.group();
        jdbc.sql("""
                insert into anonymous.headcount
                       (id, organization, service, day, target_group, people, counted_at, counted_by)
                values (:id, :organization, :service, :day, :group, :people, :now, :member)
                """)
                .param("id", id)
                .param("organization", organization)
                .param("service", counted.service(), Types.OTHER)
                .param("day", counted.day())
                .param("group", group == null ? null : group.code(), Types.VARCHAR)
                .param("people", counted.people())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("member", member)
                .update();
        events.publishEvent(
                new HeadcountWritten(id, organization, counted.service(), counted.day(), group, counted.people()));
        return id;
    }

    void takeBack(UUID id) {
        var taken = jdbc.sql("update anonymous.headcount set taken_back = true where id = :id and not taken_back")
                .param("id", id)
                .update();
        if (taken == 0) {
            throw Refusal.conflict("anonymous.count.taken-back-already");
        }
        events.publishEvent(new HeadcountTakenBack(id));
    }

    /** The sums of the last days, the newest first. */
    @Transactional(readOnly = true)
    List<Counted> since(UUID organization, LocalDate day, int atMost) {
        return jdbc.sql("""
                select service, day, target_group, sum(people)::int as people from anonymous.headcount
                where organization = :organization and day >= :day and not taken_back
                group by service, day, target_group
                order by day desc, service, target_group nulls first
                limit :most
                """)
                .param("organization", organization)
                .param("day", day)
                .param("most", atMost)
                .query((row, _) -> new Counted(
                        row.getObject("service", UUID.class),
                        row.getObject("day", LocalDate.class),
                        row.getString("target_group") == null ? null : TargetGroup.of(row.getString("target_group")),
                        row.getInt("people")))
                .list();
    }
}
