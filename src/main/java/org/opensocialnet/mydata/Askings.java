package org.opensocialnet.mydata;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What she asks of all who may keep something of her: who they are she learns only from those who were told her number
 * and show it. Seen with the program's own eyes.
 */
@Component
@Transactional
class Askings {

    static final Duration SHOWN = Duration.ofDays(30);
    private static final ZoneId CITY = ZoneId.of("Europe/Athens");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Clock clock;

    Askings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Just asked; the number is shown now and never again. */
    record Begun(UUID id, String number) {}

    /** Asked again within its month it goes on, under a new number. */
    Begun begin(Keys.Opened by) {
        var now = clock.instant();
        var number = "%04d %04d".formatted(RANDOM.nextInt(10_000), RANDOM.nextInt(10_000));
        var id = waiting(List.of(by.person())).isPresent() ? renew(by.person(), number) : Optional.<UUID>empty();
        return new Begun(
                id.orElseGet(() -> jdbc.sql("""
                        insert into mydata.asking (id, person, organization, number, asked_at, due_on)
                        values (:id, :person, :organization, :number, :now, :due)
                        returning id
                        """)
                        .param("id", Uuid7.next())
                        .param("person", by.person().value())
                        .param("organization", by.organization())
                        .param("number", hash(number))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("due", LocalDate.ofInstant(now, CITY).plusMonths(1))
                        .query(UUID.class)
                        .single()),
                number);
    }

    private Optional<UUID> renew(PersonId person, String number) {
        return jdbc.sql("""
                update mydata.asking set number = :number
                where id = (select id from mydata.asking where person = :person order by asked_at desc, id desc limit 1)
                returning id
                """)
                .param("number", hash(number))
                .param("person", person.value())
                .query(UUID.class)
                .optional();
    }

    /** Until when those she asked by one of these records answer. */
    @Transactional(readOnly = true)
    Optional<LocalDate> waiting(Collection<PersonId> persons) {
        return jdbc.sql("select max(due_on) from mydata.asking where person = any (:persons) and due_on >= :today")
                .param("persons", persons.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("today", LocalDate.ofInstant(clock.instant(), CITY))
                .query((row, _) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    /** Whether this number was told to whoever asked by this wish. */
    @Transactional(readOnly = true)
    boolean proves(UUID wish, String number) {
        return jdbc.sql("""
                select a.number from mydata.asking a join mydata.wish w on w.asking = a.id where w.id = :wish
                """)
                .param("wish", wish)
                .query((row, _) -> row.getBytes("number"))
                .optional()
                .filter(told -> MessageDigest.isEqual(told, hash(number)))
                .isPresent();
    }

    /** What others show now of whoever asked by one of these records. */
    @Transactional(readOnly = true)
    List<Keys.Opened> shown(Collection<Keys.Opened> by) {
        return jdbc.sql("""
                select distinct w.person, w.organization
                from mydata.asking a
                join mydata.wish w on w.asking = a.id
                where a.person = any (:persons) and w.verdict = 'granted' and w.decided_at > :since
                  and w.person is not null
                order by w.person
                """)
                .param("persons", by.stream().map(one -> one.person().value()).toArray(UUID[]::new))
                .param("since", clock.instant().minus(SHOWN).atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Keys.Opened(
                        new PersonId(row.getObject("person", UUID.class)), row.getObject("organization", UUID.class)))
                .list();
    }

    void erase(PersonId person) {
        jdbc.sql("delete from mydata.asking where person = :person")
                .param("person", person.value())
                .update();
    }

    private static byte[] hash(String number) {
        return Keys.hash(number.replaceAll("[^0-9]", ""));
    }
}
