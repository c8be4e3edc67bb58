package org.opensocialnet.care;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.care.CareEntry.Kind;
import org.opensocialnet.care.CareEntry.Visibility;
import org.opensocialnet.care.Episode.Closure;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.people.People;
import org.opensocialnet.people.PersonId;
import org.opensocialnet.vault.Sealed;
import org.opensocialnet.vault.Vault;
import org.opensocialnet.workspace.Items;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Admits people to care, writes down what is needed, planned and done, and closes. */
@Component
@Transactional
class Care implements Sealed {

    private static final int MOST = 200;
    private static final String SEALED_AS = "care-entry";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final People people;
    private final Trail trail;
    private final Clock clock;

    Care(JdbcClient jdbc, Vault vault, People people, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.people = people;
        this.trail = trail;
        this.clock = clock;
    }

    /** Only for the own people. Whoever admits is in charge. */
    UUID admit(PersonId person, LocalDate on) {
        var sight = Objects.requireNonNull(Sight.current());
        var organization = own(person);
        var id = Uuid7.next();
        try {
            jdbc.sql("""
                    insert into care.episode (id, person, organization, worker, admitted_on, opened_at)
                    values (:id, :person, :organization, :worker, :on, :now)
                    """)
                    .param("id", id)
                    .param("person", person.value())
                    .param("organization", organization)
                    .param("worker", Objects.requireNonNull(sight.member()))
                    .param("on", on)
                    .param("now", now())
                    .update();
        } catch (DuplicateKeyException _) {
            throw Refusal.conflict("care.admitted-already");
        }
        trail.note(Act.on("people.care.admitted", "person", person.value()));
        return id;
    }

    void takeOver(PersonId person) {
        jdbc.sql("update care.episode set worker = :worker where id = :id")
                .param(
                        "worker",
                        Objects.requireNonNull(
                                Objects.requireNonNull(Sight.current()).member()))
                .param("id", open(person).id())
                .update();
        trail.note(Act.on("people.care.taken-over", "person", person.value()));
    }

    void write(PersonId person, Kind kind, String text, Visibility visibility, @Nullable LocalDate dueOn) {
        var episode = open(person);
        jdbc.sql("""
                insert into care.entry (id, episode, person, organization, kind, sealed, visibility, due_on, written_at, written_by)
                values (:id, :episode, :person, :organization, :kind, :sealed, :visibility, :due, :now, :member)
                """)
                .param("id", Uuid7.next())
                .param("episode", episode.id())
                .param("person", person.value())
                .param("organization", episode.organization())
                .param("kind", Items.code(kind))
                .param("sealed", vault.seal(person.value(), SEALED_AS, text))
                .param("visibility", Items.code(visibility))
                .param("due", dueOn)
                .param("now", now())
                .param("member", Objects.requireNonNull(Sight.current()).member())
                .update();
        trail.note(Act.on("people.care.written", "person", person.value()).because("care." + Items.code(kind)));
    }

    void done(PersonId person, UUID task) {
        own(person);
        var done = jdbc.sql("""
                update care.entry set done_at = :now
                where id = :id and person = :person and kind = 'task' and done_at is null
                """)
                .param("now", now())
                .param("id", task)
                .param("person", person.value())
                .update();
        if (done == 0) {
            throw Refusal.conflict("care.done-already");
        }
    }

    void close(PersonId person, Closure why) {
        jdbc.sql("update care.episode set closed_on = greatest(admitted_on, :today), closed_why = :why where id = :id")
                .param("today", LocalDate.now(clock))
                .param("why", Items.code(why))
                .param("id", open(person).id())
                .update();
        trail.note(Act.on("people.care.closed", "person", person.value()).because("care." + Items.code(why)));
    }

    /** The newest first: the own ones, and those of organisations that opened theirs. */
    @Transactional(readOnly = true)
    List<Episode> episodes(PersonId person) {
        return jdbc.sql("""
                select id, person, organization, worker, admitted_on, closed_on, closed_why, opened_at
                from care.episode
                where person = :person
                order by opened_at desc
                limit :most
                """)
                .param("person", person.value())
                .param("most", MOST)
                .query((row, _) -> episode(row))
                .list();
    }

    /** Reading them is noted with the person's page, on which they stand. */
    @Transactional(readOnly = true)
    List<CareEntry> entries(UUID episode) {
        return jdbc.sql("""
                select id, person, kind, sealed, visibility, due_on, done_at, written_at, written_by
                from care.entry
                where episode = :episode
                order by written_at desc, id desc
                limit :most
                """)
                .param("episode", episode)
                .param("most", MOST)
                .query((row, _) -> entry(row))
                .list();
    }

    /** How many of a member's tasks are due. */
    @Transactional(readOnly = true)
    List<UUID> due(UUID member) {
        return jdbc.sql("""
                select person from care.entry
                where written_by = :member and kind = 'task' and done_at is null and due_on <= :today
                order by due_on, id
                limit :most
                """)
                .param("member", member)
                .param("today", LocalDate.now(clock))
                .param("most", MOST)
                .query((row, _) -> row.getObject("person", UUID.class))
                .list();
    }

    /** Those of these people who are cared for, or of whom something was written since then. */
    @Transactional(readOnly = true)
    Set<UUID> using(Collection<UUID> persons, Instant since) {
        return new HashSet<>(jdbc.sql("""
                select person from care.episode
                where person = any (:persons::uuid[])
                  and (closed_on is null or closed_on >= cast(:since as timestamptz)::date)
                union
                select person from care.entry
                where person = any (:persons::uuid[]) and greatest(written_at, done_at) >= :since
                """)
                .param("persons", persons.toArray(UUID[]::new))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getObject("person", UUID.class))
                .list());
    }

    void erase(PersonId person) {
        jdbc.sql("delete from care.episode where person = :person")
                .param("person", person.value())
                .update();
    }

    @Override
    public String what() {
        return "notes of care";
    }

    @Override
    public int reseal(int atMost) {
        record Old(UUID id, UUID person, byte[] sealed) {}
        var old = jdbc.sql("""
                select id, person, sealed from care.entry
                where substring(sealed from 1 for 5) <> :prefix
                order by id
                limit :most
                for update skip locked
                """)
                .param("prefix", vault.prefix())
                .param("most", atMost)
                .query((row, _) -> new Old(
                        row.getObject("id", UUID.class), row.getObject("person", UUID.class), row.getBytes("sealed")))
                .list();
        for (var entry : old) {
            var text = vault.open(entry.person(), SEALED_AS, entry.sealed());
            jdbc.sql("update care.entry set sealed = :sealed where id = :id")
                    .param("sealed", vault.seal(entry.person(), SEALED_AS, text))
                    .param("id", entry.id())
                    .update();
        }
        return old.size();
    }

    private Episode open(PersonId person) {
        var organization = own(person);
        return episodes(person).stream()
                .filter(episode ->
                        episode.closedOn() == null && episode.organization().equals(organization))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("care.not-admitted"));
    }

    private UUID own(PersonId person) {
        var organization = Objects.requireNonNull(Sight.current()).organization();
        return Optional.ofNullable(organization)
                .filter(it -> people.organization(person).filter(it::equals).isPresent())
                .orElseThrow(() -> Refusal.notFound("care.unknown"));
    }

    private CareEntry entry(ResultSet row) throws SQLException {
        var done = row.getObject("done_at", OffsetDateTime.class);
        return new CareEntry(
                row.getObject("id", UUID.class),
                Kind.valueOf(constant(row.getString("kind"))),
                vault.open(row.getObject("person", UUID.class), SEALED_AS, row.getBytes("sealed")),
                Visibility.valueOf(constant(row.getString("visibility"))),
                row.getObject("due_on", LocalDate.class),
                done == null ? null : done.toInstant(),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                row.getObject("written_by", UUID.class));
    }

    private static Episode episode(ResultSet row) throws SQLException {
        var why = row.getString("closed_why");
        return new Episode(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                row.getObject("organization", UUID.class),
                row.getObject("worker", UUID.class),
                row.getObject("admitted_on", LocalDate.class),
                row.getObject("closed_on", LocalDate.class),
                why == null ? null : Closure.valueOf(constant(why)),
                row.getObject("opened_at", OffsetDateTime.class).toInstant());
    }

    private static String constant(String code) {
        return code.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
