package org.opensocialnet.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.kernel.Seeded;

/** The Union pays 85 %, the state 15 %: to the cent, every time alike. */
class SharesTest {

    @Test
    void theCentThatIsLeftGoesToTheLargestRemainder() {
        assertThat(new Shares(List.of(8500, 1500)).split(Money.euros("0.03")))
                .containsExactly(Money.euros("0.03"), Money.euros("0.00"));
        assertThat(new Shares(List.of(8500, 1500)).split(Money.euros("1000.01")))
                .containsExactly(Money.euros("850.01"), Money.euros("150.00"));
        assertThat(new Shares(List.of(5000, 5000)).split(Money.euros("0.01")))
                .as("of equal remainders the first")
                .containsExactly(Money.euros("0.01"), Money.euros("0.00"));
        assertThat(new Shares(List.of(3333, 3333, 3334)).split(Money.euros("100.00")))
                .containsExactly(Money.euros("33.33"), Money.euros("33.33"), Money.euros("33.34"));
    }

    @Seeded
    void partsAddUpAndAreLessThanACentFromTheirShare(Random random) {
        var points = new ArrayList<Integer>();
        int left = Shares.WHOLE;
        for (int i = random.nextInt(6); i > 0 && left > i; i--) {
            points.add(1 + random.nextInt(left - i));
            left -= points.getLast();
        }
        points.add(left);
        var shares = new Shares(points);
        var whole = Money.ofCents(random.nextLong(100_000_000_000L));
        var parts = shares.split(whole);

        assertThat(parts.stream().reduce(Money.ZERO, Money::plus)).isEqualTo(whole);
        for (int i = 0; i < parts.size(); i++) {
            var off = parts.get(i).cents() * (double) Shares.WHOLE - (double) whole.cents() * points.get(i);
            assertThat(Math.abs(off)).isLessThan(Shares.WHOLE + 1e-3 * whole.cents());
        }
        assertThat(shares.split(whole)).isEqualTo(parts);
    }

    @Seeded
    void linesAddUpToThePartsOfTheirEnd(Random random) {
        var shares = new Shares(List.of(8500, 1500));
        var stands = Money.ZERO;
        var sums = List.of(Money.ZERO, Money.ZERO);
        for (int i = 0; i < 40; i++) {
            var next = stands.plus(Money.ofCents(random.nextInt(10_000)));
            var step = shares.step(stands, next);
            assertThat(step).noneMatch(Money::isNegative);
            sums = List.of(sums.getFirst().plus(step.getFirst()), sums.getLast().plus(step.getLast()));
            stands = next;
        }
        assertThat(sums).isEqualTo(shares.split(stands));
    }

    @Test
    void partsThatAreNoWholeAreNone() {
        assertThatThrownBy(() -> new Shares(List.of(8500, 1499))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Shares(List.of(10_500, -500))).isInstanceOf(IllegalArgumentException.class);
    }
}
