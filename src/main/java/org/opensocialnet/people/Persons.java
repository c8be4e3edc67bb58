package org.opensocialnet.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Keeper;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.people.Person.Belonging;
import org.opensocialnet.web.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The records of persons, as far as the sight of whoever asks goes; read a page at a time, never one by one. Who she is goes
 * with her record, and is exported beside it.
 */
@Repository
class Persons implements PersonRecords {

    private final JdbcClient jdbc;
    private final Facts facts;
    private final Clock clock;

    Persons(JdbcClient jdbc, Facts facts, Clock clock) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.clock = clock;
    }

    private record Row(
            UUID id,
            UUID organization,
            UUID self,
            Instant since,
            int codes,
            @Nullable Instant restrictedAt) {}

    void add(PersonId id, UUID organization, @Nullable UUID member, boolean invented) {
        jdbc.sql("""
                insert into people.person (id, organization, self, created_at, created_by, invented)
                values (:id, :organization, :id, :now, :member, :invented)
                """)
                .param("id", id.value())
                .param("organization", organization)
                .param("now", now())
                .param("member", member, Types.OTHER)
                .param("invented", invented)
                .update();
    }

    Optional<Person> find(PersonId id) {
        return all(List.of(id.value())).stream().findFirst();
    }

    /** In the order they were asked for; those that may not be seen are left out. */
    List<Person> all(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var asked = ids.toArray(UUID[]::new);
        var rows = jdbc.sql("""
                select p.id, p.organization, p.self, p.created_at, p.restricted_at,
                       (select count(*) from people.code c where c.person = p.id and c.ended_at is null) as codes
                from people.person p
                where p.id = any (:ids::uuid[])
                """).param("ids", asked).query((row, _) -> row(row)).list().stream()
                .collect(Collectors.toMap(Row::id, Function.identity()));
        var usable = rows.values().stream()
                .filter(row -> row.restrictedAt() == null)
                .map(Row::id)
                .toArray(UUID[]::new);
        var known = facts.of(usable);
        var groups = belongings(usable);
        var persons = new ArrayList<Person>();
        for (var id : ids) {
            var row = rows.get(id);
            if (row != null) {
                persons.add(person(row, known, groups));
            }
        }
        return persons;
    }

    private static Person person(Row row, Map<UUID, List<Fact>> facts, Map<UUID, List<Belonging>> groups) {
        return new Person(
                new PersonId(row.id()),
                row.organization(),
                row.self(),
                row.since(),
                facts.getOrDefault(row.id(), List.of()),
                groups.getOrDefault(row.id(), List.of()),
                row.codes(),
                row.restrictedAt());
    }

    /** All records one may see that stand for the same person, the oldest first. */
    List<UUID> selves(UUID self) {
        return jdbc.sql("select id from people.person where self = :self order by id limit 50")
                .param("self", self)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Whose record it is; none where there is none that may be known of. */
    Optional<UUID> organization(UUID person) {
        return jdbc.sql("select organization from people.person where id = :person")
                .param("person", person)
                .query(UUID.class)
                .optional();
    }

    /** Changing is for whose record it is, also where others may read it. */
    UUID own(PersonId id) {
        var sight = Objects.requireNonNull(Sight.current());
        return organization(id.value())
                .filter(organization ->
                        sight.reach() == Sight.Reach.SYSTEM || organization.equals(sight.organization()))
                .orElseThrow(() -> Refusal.notFound("people.unknown"));
    }

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** Those registered before that moment, from one on, in their order. */
    List<UUID> before(Instant moment, @Nullable UUID after, int atMost) {
        return jdbc.sql("""
                select id from people.person
                where created_at < :moment and id > :after
                order by id
                limit :most
                """)
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .param("after", after == null ? BEFORE_ALL : after)
                .param("most", atMost)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    /** One page of an organisation's people, the newest first. */
    List<UUID> page(UUID organization, @Nullable UUID after, int atMost) {
        return jdbc.sql("""
                select id from people.person
                where organization = :organization and (:after::uuid is null or id < :after::uuid)
                order by id desc
                limit :most
                """)
                .param("organization", organization)
                .param("after", after)
                .param("most", atMost)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    /** How many persons an organisation serves: joined records count once. */
    int count(UUID organization) {
        return jdbc.sql("select count(distinct self) from people.person where organization = :organization")
                .param("organization", organization)
                .query(Integer.class)
                .single();
    }

    boolean restrict(PersonId id, boolean restricted) {
        return jdbc.sql("""
                        update people.person set restricted_at = case when :restricted then :now::timestamptz end
                        where id = :id and (restricted_at is null) = :restricted
                        """)
                        .param("restricted", restricted)
                        .param("now", now())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    private Map<UUID, List<Belonging>> belongings(UUID[] persons) {
        record Of(UUID person, Belonging belonging) {}
        return jdbc
                .sql("""
                select id, person, target_group, since, until from people.belonging
                where person = any (:persons::uuid[])
                order by since, id
                """)
                .param("persons", persons)
                .query((row, _) -> new Of(
                        row.getObject("person", UUID.class),
                        new Belonging(
                                row.getObject("id", UUID.class),
                                TargetGroup.of(row.getString("target_group")),
                                row.getObject("since", LocalDate.class),
                                row.getObject("until", LocalDate.class))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Of::person, Collectors.mapping(Of::belonging, Collectors.toList())));
    }

    private static Row row(ResultSet row) throws SQLException {
        var restricted = row.getObject("restricted_at", OffsetDateTime.class);
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("organization", UUID.class),
                row.getObject("self", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getInt("codes"),
                restricted == null ? null : restricted.toInstant());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /**
     * Tells the gate whether a person's address names a record the member may read: the own organisation's, or one that
     * was opened to it. Who may change it, the room asks itself.
     */
    @Bean
    static Keeper personKeeper(People people) {
        return new Keeper() {
            @Override
            public String kind() {
                return "person";
            }

            @Override
            public Optional<UUID> organization(UUID record) {
                return people.organization(new PersonId(record))
                        .flatMap(_ -> Optional.ofNullable(
                                Objects.requireNonNull(Sight.current()).organization()));
            }
        };
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
