package org.opensocialnet.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Uuid7Test {

    @Seeded
    void aLaterMomentGivesALaterId(Random random) {
        long moment = random.nextLong(1L << 47);
        var id = Uuid7.at(moment);
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(moment);
        assertThat(Uuid7.at(moment + 1).toString()).isGreaterThan(id.toString());
    }

    @Test
    void noTwoAreEqual() {
        var ids = new HashSet<>();
        for (int made = 0; made < 10_000; made++) {
            assertThat(ids.add(Uuid7.next())).isTrue();
        }
    }
}
