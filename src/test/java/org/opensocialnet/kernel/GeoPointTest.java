package org.opensocialnet.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class GeoPointTest {

    private static final GeoPoint ATHENS = new GeoPoint(37.9762, 23.7325);

    @Test
    void aDegreeOfLatitudeIsAHundredAndElevenKilometres() {
        assertThat(ATHENS.metresTo(new GeoPoint(38.9762, 23.7325))).isCloseTo(111_195, within(1.0));
        assertThat(new GeoPoint(0, 0).metresTo(new GeoPoint(0, 180))).isCloseTo(20_015_115, within(2.0));
    }

    @Seeded
    void theWayBackIsAsLong(Random random) {
        var one = any(random);
        var other = any(random);
        assertThat(one.metresTo(other)).isCloseTo(other.metresTo(one), within(0.001));
        assertThat(one.metresTo(one)).isZero();
        assertThat(one.metresTo(other)).isLessThanOrEqualTo(one.metresTo(ATHENS) + ATHENS.metresTo(other) + 0.001);
    }

    @Test
    void noPlaceIsOffTheEarth() {
        assertThatThrownBy(() -> new GeoPoint(91, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GeoPoint(0, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    private static GeoPoint any(Random random) {
        return new GeoPoint(random.nextDouble(-90, 90), random.nextDouble(-180, 180));
    }
}
