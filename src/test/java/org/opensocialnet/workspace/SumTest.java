package org.opensocialnet.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.workspace.Sum.Fault;
import org.opensocialnet.workspace.Sum.Known;
import org.opensocialnet.workspace.Sum.Wrong;

/** Sums of money as Greeks and others type them; what could be two sums is not guessed. */
class SumTest {

    @Test
    void theSameSumInManyHands() {
        for (var typed : List.of(
                "1234,50",
                "1234.5",
                "1.234,50",
                "1,234.50",
                "1 234,50",
                "€ 1.234,50",
                "1234,50 €",
                "1234,50 ευρώ",
                "1'234.50",
                " 1.234,5EUR ")) {
            assertThat(Sum.read(typed)).as(typed).isEqualTo(new Known(Money.euros("1234.50")));
        }
        assertThat(Sum.read("1.234.567")).isEqualTo(new Known(Money.euros("1234567")));
        assertThat(Sum.read("0")).isEqualTo(new Known(Money.ZERO));
    }

    @Test
    void whatIsNoSumSaysWhy() {
        assertThat(Sum.read("12 $")).isEqualTo(new Wrong(Fault.FOREIGN));
        assertThat(Sum.read("USD 12")).isEqualTo(new Wrong(Fault.FOREIGN));
        assertThat(Sum.read("-5")).isEqualTo(new Wrong(Fault.NEGATIVE));
        assertThat(Sum.read("1.005")).isEqualTo(new Wrong(Fault.AMBIGUOUS));
        assertThat(Sum.read("1234.567")).isEqualTo(new Wrong(Fault.CENTS));
        assertThat(Sum.read("12,3456")).isEqualTo(new Wrong(Fault.CENTS));
        for (var typed : List.of("", "δώδεκα", "12,34,56", "1.23.456", "1.234.56", "1e9", "٣", "1.234.567.89")) {
            assertThat(Sum.read(typed)).as(typed).isEqualTo(new Wrong(Fault.NO_SUM));
        }
    }
}
