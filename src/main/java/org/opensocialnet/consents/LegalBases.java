package org.opensocialnet.consents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.consents.LegalBasis.Ground;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.people.People;
import org.opensocialnet.people.PersonId;
import org.opensocialnet.people.Sharing;
import org.opensocialnet.people.Sharing.Basis;
import org.opensocialnet.people.Sharing.Opening;
import org.opensocialnet.vault.Sealed;
import org.opensocialnet.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Records on what law a record is shared, and shares it in the same transaction; it closes with its last day. */
@Component
@Transactional
class LegalBases implements Sealed {

    private static final String TEXT = "legal-basis";
    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final People people;
    private final Sharing sharing;
    private final Trail trail;
    private final Clock clock;

    LegalBases(JdbcClient jdbc, Vault vault, People people, Sharing sharing, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.people = people;
        this.sharing = sharing;
        this.trail = trail;
        this.clock = clock;
    }

    /** What is recorded. */
    record Wanted(
            UUID recipient,
            Ground ground,
            boolean identity,
            boolean care,
            String article,
            String decidedBy,
            String why,
            LocalDate endsOn) {}

    /** Only whose record it is decides about it. */
    UUID record(PersonId person, Wanted wanted) {
        var sight = Objects.requireNonNull(Sight.current());
        var organization = people.organization(person)
                .filter(whose -> whose.equals(sight.organization()))
                .orElseThrow(() -> Refusal.notFound("consents.unknown"));
        var id = Uuid7.next();
        var texts = JsonMapper.shared().writeValueAsString(List.of(wanted.article(), wanted.decidedBy(), wanted.why()));
        jdbc.sql("""
                insert into consents.basis
                       (id, person, organization, recipient, ground, identity, care, sealed, recorded_at, recorded_by, ends_on)
                values (:id, :person, :organization, :recipient, :ground, :identity, :care, :sealed, :now, :member, :ends)
                """)
                .param("id", id)
                .param("person", person.value())
                .param("organization", organization)
                .param("recipient", wanted.recipient())
                .param("ground", wanted.ground().code())
                .param("identity", wanted.identity())
                .param("care", wanted.care())
                .param("sealed", vault.seal(person.value(), TEXT, texts))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("member", sight.member())
                .param("ends", wanted.endsOn())
                .update();
        sharing.open(new Opening(
                person,
                wanted.recipient(),
                wanted.identity(),
                wanted.care(),
                Basis.LAW,
                id,
                Consent.after(wanted.endsOn())));
        trail.note(Act.on("consents.basis.recorded", "person", person.value())
                .of(wanted.recipient())
                .because("basis." + wanted.ground().code()));
        return id;
    }

    /** It holds no longer: what rested on it is closed at once. */
    void end(PersonId person, UUID id) {
        var ended = jdbc.sql("""
                update consents.basis set ended_at = :now
                where id = :id and person = :person and ended_at is null
                """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .param("person", person.value())
                .update();
        if (ended == 0) {
            throw Refusal.conflict("consents.basis.ended-already");
        }
        sharing.close(id);
        trail.note(Act.on("consents.basis.ended", "person", person.value()));
    }

    @Transactional(readOnly = true)
    List<LegalBasis> of(PersonId person) {
        return jdbc.sql("""
                select * from consents.basis where person = :person order by recorded_at desc, id desc limit :most
                """)
                .param("person", person.value())
                .param("most", MOST)
                .query((row, _) -> basis(row))
                .list();
    }

    void erase(PersonId person) {
        jdbc.sql("delete from consents.basis where person = :person")
                .param("person", person.value())
                .update();
    }

    private LegalBasis basis(ResultSet row) throws SQLException {
        var person = row.getObject("person", UUID.class);
        var texts = JsonMapper.shared().readValue(vault.open(person, TEXT, row.getBytes("sealed")), String[].class);
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new LegalBasis(
                row.getObject("id", UUID.class),
                person,
                row.getObject("recipient", UUID.class),
                Ground.of(row.getString("ground")),
                row.getBoolean("identity"),
                row.getBoolean("care"),
                texts[0],
                texts[1],
                texts[2],
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_on", LocalDate.class),
                ended == null ? null : ended.toInstant());
    }

    @Override
    public String what() {
        return "legal bases of sharing";
    }

    @Override
    public int reseal(int atMost) {
        record Old(UUID id, UUID person, byte[] sealed) {}
        var old = jdbc.sql("""
                select id, person, sealed from consents.basis
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
        for (var one : old) {
            jdbc.sql("update consents.basis set sealed = :sealed where id = :id")
                    .param("sealed", vault.seal(one.person(), TEXT, vault.open(one.person(), TEXT, one.sealed())))
                    .param("id", one.id())
                    .update();
        }
        return old.size();
    }
}
