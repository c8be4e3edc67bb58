package org.opensocialnet.mydata;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
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
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.mydata.Wish.Kind;
import org.opensocialnet.mydata.Wish.Verdict;
import org.opensocialnet.people.Erasure;
import org.opensocialnet.people.People;
import org.opensocialnet.people.PersonId;
import org.opensocialnet.vault.Sealed;
import org.opensocialnet.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people ask for, decided by the organisation within a month; what was granted is done in the same moment. */
@Component
@Transactional
class Wishes implements Sealed {

    private static final ZoneId CITY = ZoneId.of("Europe/Athens");
    private static final int MOST = 50;
    private static final String TEXT = "wish";
    private static final String GROUNDS = "wish-grounds";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final People people;
    private final Erasure erasure;
    private final Trail trail;
    private final Clock clock;

    Wishes(JdbcClient jdbc, Vault vault, People people, Erasure erasure, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.people = people;
        this.erasure = erasure;
        this.trail = trail;
        this.clock = clock;
    }

    /** The month begins now. One that is asked twice is one. */
    void ask(PersonId person, UUID organization, Kind kind, String text) {
        ask(person, organization, kind, text, null);
    }

    /** She asks to be shown it: once in each asking, which others cannot stand in the way of. */
    void askToBeShown(PersonId person, UUID organization, UUID asking) {
        ask(person, organization, Kind.SHOW, "", asking);
    }

    private void ask(PersonId person, UUID organization, Kind kind, String text, @Nullable UUID asking) {
        var asked = jdbc.sql("""
                insert into mydata.wish (id, person, organization, kind, sealed, asked_at, due_on, asking)
                select :id, :person, :organization, :kind, :sealed, :now, :due, :asking
                where not exists (select from mydata.wish
                                  where person = :person and kind = :kind and verdict is null
                                    and asking is not distinct from :asking)
                """)
                .param("asking", asking, Types.OTHER)
                .param("id", Uuid7.next())
                .param("person", person.value())
                .param("organization", organization)
                .param("kind", kind.name().toLowerCase(Locale.ROOT))
                .param("sealed", vault.seal(person.value(), TEXT, text))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("due", LocalDate.ofInstant(clock.instant(), CITY).plusMonths(1))
                .update();
        if (asked == 1) {
            trail.note(Act.on("mydata.wish.asked", "person", person.value())
                    .because("wish." + kind.name().toLowerCase(Locale.ROOT)));
        }
    }

    @Transactional(readOnly = true)
    List<Wish> of(PersonId person) {
        return jdbc.sql("""
                select id, person, kind, sealed, asked_at, due_on, verdict, grounds from mydata.wish
                where person = :person
                order by asked_at desc
                limit :most
                """)
                .param("person", person.value())
                .param("most", MOST)
                .query((row, _) -> wish(row))
                .list();
    }

    /** The most pressing first. */
    @Transactional(readOnly = true)
    List<Wish> open(UUID organization) {
        return jdbc.sql("""
                select id, person, kind, sealed, asked_at, due_on, verdict, grounds from mydata.wish
                where organization = :organization and verdict is null and person is not null
                order by due_on, id
                limit :most
                """)
                .param("organization", organization)
                .param("most", MOST)
                .query((row, _) -> wish(row))
                .list();
    }

    /** Granted is done: she rests or is erased before this ends. */
    Wish decide(UUID id, Verdict verdict, String grounds) {
        var wish = jdbc.sql("""
                select id, person, kind, sealed, asked_at, due_on, verdict, grounds from mydata.wish
                where id = :id and verdict is null and person is not null
                for update
                """)
                .param("id", id)
                .query((row, _) -> wish(row))
                .optional()
                .orElseThrow(() -> Refusal.conflict("mydata.decided-already"));
        jdbc.sql("""
                update mydata.wish set verdict = :verdict, grounds = :grounds, decided_at = :now, decided_by = :member
                where id = :id
                """)
                .param("verdict", verdict.name().toLowerCase(Locale.ROOT))
                .param("grounds", vault.seal(wish.person(), GROUNDS, grounds))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("member", Objects.requireNonNull(Sight.current()).member())
                .param("id", id)
                .update();
        var person = new PersonId(wish.person());
        trail.note(Act.on("mydata.wish.decided", "person", wish.person())
                .because("wish." + verdict.name().toLowerCase(Locale.ROOT)));
        if (verdict == Verdict.GRANTED && wish.kind() == Kind.RESTRICT) {
            people.restrict(person, true);
        }
        if (verdict == Verdict.GRANTED && wish.kind() == Kind.ERASE) {
            erasure.erase(person, "erasure.asked");
        }
        return wish;
    }

    /** Those of these people who wait for an answer, or asked since then. */
    @Transactional(readOnly = true)
    Set<UUID> using(Collection<UUID> persons, Instant since) {
        return new HashSet<>(jdbc.sql("""
                select person from mydata.wish
                where person = any (:persons::uuid[]) and (verdict is null or greatest(asked_at, decided_at) >= :since)
                """)
                .param("persons", persons.toArray(UUID[]::new))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getObject("person", UUID.class))
                .list());
    }

    /** That something was asked and decided stays; of whom and in which words goes. */
    void erase(PersonId person) {
        jdbc.sql("update mydata.wish set person = null, sealed = null, grounds = null where person = :person")
                .param("person", person.value())
                .update();
    }

    @Override
    public String what() {
        return "what people ask for";
    }

    @Override
    public int reseal(int atMost) {
        record Old(UUID id, UUID person, byte[] sealed, byte[] grounds) {}
        var old = jdbc.sql("""
                select id, person, sealed, coalesce(grounds, '') as grounds from mydata.wish
                where substring(sealed from 1 for 5) <> :prefix and person is not null
                order by id
                limit :most
                for update skip locked
                """)
                .param("prefix", vault.prefix())
                .param("most", atMost)
                .query((row, _) -> new Old(
                        row.getObject("id", UUID.class),
                        row.getObject("person", UUID.class),
                        row.getBytes("sealed"),
                        row.getBytes("grounds")))
                .list();
        for (var wish : old) {
            var grounds = wish.grounds().length == 0 ? null : vault.open(wish.person(), GROUNDS, wish.grounds());
            jdbc.sql("update mydata.wish set sealed = :sealed, grounds = :grounds where id = :id")
                    .param("sealed", vault.seal(wish.person(), TEXT, vault.open(wish.person(), TEXT, wish.sealed())))
                    .param("grounds", grounds == null ? null : vault.seal(wish.person(), GROUNDS, grounds))
                    .param("id", wish.id())
                    .update();
        }
        return old.size();
    }

    private Wish wish(ResultSet row) throws SQLException {
        var person = row.getObject("person", UUID.class);
        var verdict = row.getString("verdict");
        var grounds = row.getBytes("grounds");
        return new Wish(
                row.getObject("id", UUID.class),
                person,
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                vault.open(person, TEXT, row.getBytes("sealed")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_on", LocalDate.class),
                verdict == null ? null : Verdict.valueOf(verdict.toUpperCase(Locale.ROOT)),
                grounds == null ? "" : vault.open(person, GROUNDS, grounds));
    }
}
