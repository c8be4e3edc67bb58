package org.opensocialnet.people;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens one person's record to another organisation, and closes it: the only way past "own people". */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Sharing {

    private final JdbcClient jdbc;
    private final Persons persons;
    private final Trail trail;

    Sharing(JdbcClient jdbc, Persons persons, Trail trail) {
        this.jdbc = jdbc;
        this.persons = persons;
        this.trail = trail;
    }

    /** On what it rests. */
    public enum Basis {
        CONSENT,
        LAW
    }

    /**
     * What is opened.
     *
     * @param identity who she is
     * @param care needs, plan and shared notes
     * @param reason the consent's id, or that of the record the legal basis is written in
     */
    public record Opening(
            PersonId person, UUID recipient, boolean identity, boolean care, Basis basis, UUID reason, Instant until) {}

    public void open(Opening opening) {
        var organization =
                persons.organization(opening.person().value()).orElseThrow(() -> Refusal.notFound("people.unknown"));
        jdbc.sql("""
                insert into people.share
                       (id, person, organization, recipient, identity, care, basis, reason, starts_at, ends_at)
                values (:id, :person, :organization, :recipient, :identity, :care, :basis, :reason, now(), greatest(now(), :until))
                """)
                .param("id", Uuid7.next())
                .param("person", opening.person().value())
                .param("organization", organization)
                .param("recipient", opening.recipient())
                .param("identity", opening.identity())
                .param("care", opening.care())
                .param("basis", opening.basis() == Basis.CONSENT ? "consent" : "law")
                .param("reason", opening.reason())
                .param("until", opening.until().atOffset(ZoneOffset.UTC))
                .update();
        trail.note(Act.on("people.share.opened", "person", opening.person().value())
                .of(opening.recipient()));
    }

    /** Closes at once what rested on this reason; the database's own clock decides, for its policies read it. */
    public void close(UUID reason) {
        jdbc.sql("""
                update people.share set ends_at = greatest(starts_at, now())
                where reason = :reason and ends_at > now()
                returning person
                """)
                .param("reason", reason)
                .query((row, _) -> row.getObject("person", UUID.class))
                .list()
                .forEach(person -> trail.note(Act.on("people.share.closed", "person", person)));
    }

    /** To whom a record is open now. */
    public List<UUID> recipients(PersonId person) {
        return jdbc.sql("""
                select distinct recipient from people.share
                where person = :person and starts_at <= now() and now() < ends_at
                """)
                .param("person", person.value())
                .query((row, _) -> row.getObject("recipient", UUID.class))
                .list();
    }
}
