package org.opensocialnet.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class Uuid7Test {

    @Seeded
    void aLaterMomentGivesALaterId(Random random) {
        var moment = Instant.ofEpochMilli(random.nextLong(1L << 42)).plusNanos(random.nextInt(1_000_000));
        var id = Uuid7.at(Uuid7.ticks(moment));
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(moment.toEpochMilli());
        assertThat(Uuid7.at(Uuid7.ticks(moment.plusNanos(1000))).toString()).isGreaterThan(id.toString());
    }

    @Test
    void eachIsGreaterThanTheOneBeforeHoweverQuicklyTheyAreMade() {
        UUID before = Uuid7.next();
        for (int made = 0; made < 100_000; made++) {
            var next = Uuid7.next();
            assertThat(next.toString()).isGreaterThan(before.toString());
            before = next;
        }
    }

    @Test
    void noTwoAreEqual() {
        var ids = new HashSet<>();
        for (int made = 0; made < 10_000; made++) {
            assertThat(ids.add(Uuid7.next())).isTrue();
        }
    }
}
