package org.opensocialnet.audit;

import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes a trail for tests, under a clock that goes only when it is told to. */
final class Written {

    static final UUID SHELTER = Uuid7.next();
    static final UUID ANNA = Uuid7.next();

    /** Stands still until it is moved. */
    static final class TestClock extends Clock {

        private static final Instant FRIDAY = Instant.parse("2026-11-20T09:00:00Z");

        private volatile Instant now = FRIDAY;

        void back() {
            now = FRIDAY;
        }

        void go(Duration on) {
            now = now.plus(on);
        }

        @Override
        public ZoneId getZone() {
            return Chain.CITY;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final Trail trail;
    private final TransactionTemplate transaction;

    Written(Trail trail, PlatformTransactionManager transactions) {
        this.trail = trail;
        this.transaction = new TransactionTemplate(transactions);
    }

    static Sight anna() {
        return new Sight(ANNA, SHELTER, "editor", Sight.Reach.ORGANIZATION, "desk", "192.0.2.x");
    }

    static Sight auditor() {
        return new Sight(ANNA, null, "auditor", Sight.Reach.NETWORK, "audit", "2001:db8:7::x");
    }

    /** One line; gives the record it is about. */
    UUID line(String what) {
        return line(anna(), what);
    }

    UUID line(Sight sight, String what) {
        var subject = Uuid7.next();
        note(sight, Act.on(what, "service", subject).of(SHELTER));
        return subject;
    }

    void note(Sight sight, Act act) {
        sight.run(() -> transaction.executeWithoutResult(_ -> trail.note(act)));
    }

    void lines(int many, String what) {
        for (int i = 0; i < many; i++) {
            line(what);
        }
    }

    static void seal(Sealing sealing, TrailState state) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            sealing.seal();
            return state.now().waiting() == 0;
        });
    }
}
