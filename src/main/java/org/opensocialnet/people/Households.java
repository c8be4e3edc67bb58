package org.opensocialnet.people;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
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

/** Who lives with whom, and what one is to the other; dated, for households change. */
@Component
@Transactional
public class Households {

    private final JdbcClient jdbc;
    private final Persons persons;
    private final Trail trail;
    private final Clock clock;

    Households(JdbcClient jdbc, Persons persons, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.persons = persons;
        this.trail = trail;
        this.clock = clock;
    }

    /** What somebody is in the household. */
    public enum Relation {
        HEAD,
        PARTNER,
        CHILD,
        PARENT,
        SIBLING,
        RELATIVE,
        OTHER;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One who lives with a person, or did. */
    public record Housemate(
            UUID membership,
            Person person,
            Relation relation,
            LocalDate since,
            @Nullable LocalDate until) {}

    /** Those of her household, herself among them. */
    public List<Housemate> around(PersonId id) {
        record Row(
                UUID membership,
                UUID person,
                String relation,
                LocalDate since,
                @Nullable LocalDate until) {}
        var rows = jdbc.sql("""
                select m.id, m.person, m.relation, m.since, m.until
                from people.household_member own
                join people.household_member m on m.household = own.household
                where own.person = :person and own.until is null
                order by m.until nulls first, m.id
                limit 50
                """)
                .param("person", id.value())
                .query((row, _) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getObject("person", UUID.class),
                        row.getString("relation"),
                        row.getObject("since", LocalDate.class),
                        row.getObject("until", LocalDate.class)))
                .list();
        var people = persons.all(rows.stream().map(Row::person).distinct().toList());
        people.stream()
                .filter(person -> !person.id().equals(id))
                .forEach(person -> trail.note(
                        Act.on("people.person.found", "person", person.id().value())
                                .of(person.organization())
                                .because("purpose.household")));
        return rows.stream()
                .flatMap(row -> people.stream()
                        .filter(person -> person.id().value().equals(row.person()))
                        .map(person -> new Housemate(
                                row.membership(),
                                person,
                                Relation.valueOf(row.relation().toUpperCase(Locale.ROOT)),
                                row.since(),
                                row.until())))
                .toList();
    }

    /** Adds one of the own people to her household; the first such makes the household, with her as its head. */
    public void add(PersonId id, PersonId other, Relation relation, LocalDate since) {
        var organization =
                Objects.requireNonNull(Objects.requireNonNull(Sight.current()).organization());
        if (id.equals(other)) {
            throw Refusal.wrong("people.household.herself", "other");
        }
        for (var one : List.of(id, other)) {
            persons.organization(one.value())
                    .filter(organization::equals)
                    .orElseThrow(() -> Refusal.notFound("people.unknown"));
        }
        if (household(other) != null) {
            throw Refusal.conflict("people.household.elsewhere");
        }
        var household = household(id);
        if (household == null) {
            household = Uuid7.next();
            jdbc.sql("insert into people.household (id, organization, created_at) values (:id, :organization, :now)")
                    .param("id", household)
                    .param("organization", organization)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            enter(household, id, organization, Relation.HEAD, since);
        }
        enter(household, other, organization, relation, since);
        trail.note(Act.on("people.household.joined", "person", other.value()));
    }

    /** She lives there no more. */
    public void leave(PersonId id, LocalDate until) {
        jdbc.sql(
                        "update people.household_member set until = greatest(since, :until) where person = :person and until is null")
                .param("until", until)
                .param("person", id.value())
                .update();
        trail.note(Act.on("people.household.left", "person", id.value()));
    }

    private @Nullable UUID household(PersonId id) {
        return jdbc.sql(
                        "select household from people.household_member where person = :person and until is null limit 1")
                .param("person", id.value())
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    private void enter(UUID household, PersonId id, UUID organization, Relation relation, LocalDate since) {
        jdbc.sql("""
                insert into people.household_member (id, household, person, organization, relation, since)
                values (:id, :household, :person, :organization, :relation, :since)
                """)
                .param("id", Uuid7.next())
                .param("household", household)
                .param("person", id.value())
                .param("organization", organization)
                .param("relation", relation.code())
                .param("since", since)
                .update();
    }
}
