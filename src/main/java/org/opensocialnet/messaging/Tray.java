package org.opensocialnet.messaging;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.mail.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The outbox in PostgreSQL: a letter left is a row of the caller's transaction. */
@Component
class Tray implements Outbox {

    private static final int LONGEST_VALUE = 2_000;

    private final JdbcClient jdbc;
    private final Kinds kinds;
    private final Seal seal;
    private final Stamp stamp;
    private final Bell bell;
    private final Clock clock;

    Tray(JdbcClient jdbc, Kinds kinds, Seal seal, Stamp stamp, Bell bell, Clock clock) {
        this.jdbc = jdbc;
        this.kinds = kinds;
        this.seal = seal;
        this.stamp = stamp;
        this.bell = bell;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID leave(Letter letter) {
        var kind = kinds.find(letter.kind())
                .orElseThrow(() -> new IllegalArgumentException("no room declares letters " + letter.kind()));
        check(letter, kind);
        var address = EmailAddress.read(letter.to())
                .orElseThrow(() -> new IllegalArgumentException("a letter " + kind.code() + " without an address"));
        var id = Uuid7.next();
        var now = clock.instant();
        jdbc.sql("""
                insert into messaging.letter (id, kind, address, reader, language, organization, about,
                                              sealed, key, left_at, due_at, good_until)
                values (:id, :kind, :address, :reader, :language, :organization, :about,
                        :sealed, :key, :now, :now, :good_until)
                """)
                .param("id", id)
                .param("kind", kind.code())
                .param("address", address.text())
                .param("reader", stamp.of(address))
                .param("language", letter.language().code())
                .param("organization", letter.organization())
                .param("about", letter.about())
                .param("sealed", seal.close(id, letter.values()))
                .param("key", seal.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("good_until", now.plus(kind.goodFor()).atOffset(ZoneOffset.UTC))
                .update();
        bell.ringAfterwards();
        return id;
    }

    private static void check(Letter letter, LetterKind kind) {
        if (!letter.values().keySet().equals(kind.values())) {
            throw new IllegalArgumentException("a letter %s brings %s, its kind names %s"
                    .formatted(kind.code(), letter.values().keySet(), kind.values()));
        }
        letter.values().forEach((name, value) -> {
            if (value.length() > LONGEST_VALUE) {
                throw new IllegalArgumentException("%s of a letter %s is too long".formatted(name, kind.code()));
            }
        });
    }
}
