package org.opensocialnet.mydata;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.opensocialnet.people.Crowd;
import org.opensocialnet.people.People;
import org.opensocialnet.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What opens a person's own page: 256 bits of chance, kept as their hash, for half an hour or for a week. */
@Component
@Transactional
class Keys {

    static final Duration VISIT = Duration.ofMinutes(30);
    static final Duration LINK = Duration.ofDays(7);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final People people;
    private final Crowd crowd;
    private final Askings askings;
    private final JdbcClient jdbc;
    private final Clock clock;

    Keys(People people, Crowd crowd, Askings askings, JdbcClient jdbc, Clock clock) {
        this.people = people;
        this.crowd = crowd;
        this.askings = askings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whose page a key opens. */
    record Opened(PersonId person, UUID organization) {}

    String visit(Opened whose) {
        jdbc.sql("delete from mydata.key where until < :now")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return make(whose, "visit", VISIT);
    }

    String link(Opened whose) {
        return make(whose, "link", LINK);
    }

    private String make(Opened whose, String kind, Duration time) {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        var key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("""
                insert into mydata.key (hash, person, organization, kind, until)
                values (:hash, :person, :organization, :kind, :until)
                """)
                .param("hash", hash(key))
                .param("person", whose.person().value())
                .param("organization", whose.organization())
                .param("kind", kind)
                .param("until", clock.instant().plus(time).atOffset(ZoneOffset.UTC))
                .update();
        return key;
    }

    Optional<Opened> opened(String key, String kind) {
        return jdbc.sql("""
                select person, organization from mydata.key
                where hash = :hash and kind = :kind and until > :now
                """)
                .param("hash", hash(key))
                .param("kind", kind)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Opened(
                        new PersonId(row.getObject("person", UUID.class)), row.getObject("organization", UUID.class)))
                .optional();
    }

    /** The visit opens one more record from now on: she holds its card too. */
    void add(String visit, Opened more) {
        jdbc.sql("""
                insert into mydata.part (hash, person, organization)
                select hash, :person, :organization from mydata.key
                where hash = :hash and kind = 'visit' and until > :now
                on conflict (hash, person) do nothing
                """)
                .param("person", more.person().value())
                .param("organization", more.organization())
                .param("hash", hash(visit))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * All a visit opens: what its first card did, what more cards did, the records joined to either, and what others she
     * asked show her.
     */
    @Transactional(readOnly = true)
    List<Opened> parts(String visit) {
        var parts = new LinkedHashSet<Opened>();
        opened(visit, "visit").ifPresent(parts::add);
        if (!parts.isEmpty()) {
            parts.addAll(jdbc.sql("select person, organization from mydata.part where hash = :hash order by person")
                    .param("hash", hash(visit))
                    .query((row, _) -> new Opened(
                            new PersonId(row.getObject("person", UUID.class)),
                            row.getObject("organization", UUID.class)))
                    .list());
        }
        for (var part : List.copyOf(parts)) {
            crowd.selves(part.person())
                    .forEach(self -> people.organization(self).ifPresent(whose -> parts.add(new Opened(self, whose))));
        }
        parts.addAll(askings.shown(parts));
        return List.copyOf(parts);
    }

    void end(String key) {
        jdbc.sql("delete from mydata.key where hash = :hash")
                .param("hash", hash(key))
                .update();
    }

    void erase(PersonId person) {
        jdbc.sql("delete from mydata.part where person = :person")
                .param("person", person.value())
                .update();
        jdbc.sql("delete from mydata.key where person = :person")
                .param("person", person.value())
                .update();
    }

    static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
