package org.opensocialnet.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MoneyTest {

    @Seeded
    void whatIsAddedCanBeTakenAway(Random random) {
        var a = new Money(BigDecimal.valueOf(random.nextLong(1_000_000_00), 2));
        var b = new Money(BigDecimal.valueOf(random.nextLong(1_000_000_00), 2));

        assertThat(a.plus(b).minus(b)).isEqualTo(a);
    }

    @Test
    void aFractionOfACentIsRefused() {
        assertThatThrownBy(() -> Money.euros("0.001")).isInstanceOf(ArithmeticException.class);
    }
}
