package org.opensocialnet.consents;

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
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.consents.Consent.Purpose;
import org.opensocialnet.consents.Consent.Way;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.people.People;
import org.opensocialnet.people.PersonId;
import org.opensocialnet.people.Sharing;
import org.opensocialnet.people.Sharing.Basis;
import org.opensocialnet.people.Sharing.Opening;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records what people agree to and withdraw; a consent to share opens the record in the same transaction. */
@Component
@Transactional
public class Consents {

    /** The version of the texts now shown; a new text is a new number. */
    static final String VERSION = "2026-1";

    private static final int SOON = 30;
    private static final int MOST = 100;
    private static final String COLUMNS = """
            id, person, purpose, recipient, identity, care, wording, way, given_at, ends_on, withdrawn_at
            """;

    private final JdbcClient jdbc;
    private final People people;
    private final Sharing sharing;
    private final Trail trail;
    private final Clock clock;

    Consents(JdbcClient jdbc, People people, Sharing sharing, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.sharing = sharing;
        this.trail = trail;
        this.clock = clock;
    }

    /** What somebody agrees to. */
    public record Agreed(
            Purpose purpose, @Nullable UUID recipient, boolean identity, boolean care, Way way, LocalDate endsOn) {}

    /** Only whose record it is takes consents for it. */
    public UUID give(PersonId person, Agreed agreed) {
        var sight = Objects.requireNonNull(Sight.current());
        var organization = people.organization(person)
                .filter(whose -> whose.equals(sight.organization()))
                .orElseThrow(() -> Refusal.notFound("consents.unknown"));
        if (organization.equals(agreed.recipient())) {
            throw Refusal.wrong("consents.fault.own", "recipient");
        }
        var id = Uuid7.next();
        jdbc.sql("""
                insert into consents.consent
                       (id, person, organization, purpose, recipient, identity, care, wording, way, given_at, ends_on, recorded_by)
                values (:id, :person, :organization, :purpose, :recipient, :identity, :care, :wording, :way, :now, :ends, :member)
                """)
                .param("id", id)
                .param("person", person.value())
                .param("organization", organization)
                .param("purpose", code(agreed.purpose()))
                .param("recipient", agreed.recipient())
                .param("identity", agreed.identity())
                .param("care", agreed.care())
                .param("wording", code(agreed.purpose()) + "-" + VERSION)
                .param("way", code(agreed.way()))
                .param("now", now())
                .param("ends", agreed.endsOn())
                .param("member", sight.member())
                .update();
        var recipient = agreed.recipient();
        if (recipient != null) {
            sharing.open(new Opening(
                    person,
                    recipient,
                    agreed.identity(),
                    agreed.care(),
                    Basis.CONSENT,
                    id,
                    Consent.after(agreed.endsOn())));
        }
        trail.note(Act.on("consents.consent.given", "person", person.value())
                .of(recipient)
                .because("consent." + code(agreed.purpose())));
        return id;
    }

    /** Ends at once whatever rested on it. */
    public void withdraw(UUID id, Way way) {
        var person = jdbc.sql("""
                update consents.consent set withdrawn_at = :now, withdrawn_way = :way
                where id = :id and withdrawn_at is null
                returning person
                """)
                .param("now", now())
                .param("way", code(way))
                .param("id", id)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> Refusal.conflict("consents.withdrawn-already"));
        sharing.close(id);
        trail.note(Act.on("consents.consent.withdrawn", "person", person));
    }

    /** All she ever agreed to, the newest first. */
    @Transactional(readOnly = true)
    public List<Consent> of(PersonId person) {
        return jdbc.sql("""
                select %s from consents.consent
                where person = :person
                order by given_at desc, id desc
                limit :most
                """.formatted(COLUMNS))
                .param("person", person.value())
                .param("most", MOST)
                .query((row, _) -> consent(row))
                .list();
    }

    /** The organisation's consents that end within thirty days, the first to end first. */
    @Transactional(readOnly = true)
    List<Consent> endingSoon(UUID organization) {
        return jdbc.sql("""
                select %s from consents.consent
                where organization = :organization and withdrawn_at is null
                  and ends_on between :today and :soon
                order by ends_on, id
                limit :most
                """.formatted(COLUMNS))
                .param("organization", organization)
                .param("today", LocalDate.now(clock))
                .param("soon", LocalDate.now(clock).plusDays(SOON))
                .param("most", MOST)
                .query((row, _) -> consent(row))
                .list();
    }

    /** Those of these people with a consent that holds, or that was given or taken back since then. */
    @Transactional(readOnly = true)
    Set<UUID> using(Collection<UUID> persons, Instant since) {
        return new HashSet<>(jdbc.sql("""
                select person from consents.consent
                where person = any (:persons::uuid[])
                  and (withdrawn_at is null and ends_on >= :today or greatest(given_at, withdrawn_at) >= :since)
                """)
                .param("persons", persons.toArray(UUID[]::new))
                .param("today", LocalDate.now(clock))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getObject("person", UUID.class))
                .list());
    }

    void erase(PersonId person) {
        jdbc.sql("delete from consents.consent where person = :person")
                .param("person", person.value())
                .update();
    }

    private static Consent consent(ResultSet row) throws SQLException {
        var withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
        return new Consent(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                Purpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)),
                row.getObject("recipient", UUID.class),
                row.getBoolean("identity"),
                row.getBoolean("care"),
                row.getString("wording"),
                Way.valueOf(row.getString("way").toUpperCase(Locale.ROOT)),
                row.getObject("given_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_on", LocalDate.class),
                withdrawn == null ? null : withdrawn.toInstant());
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
