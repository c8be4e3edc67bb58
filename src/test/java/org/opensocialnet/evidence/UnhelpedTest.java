package org.opensocialnet.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** How many asked and were not helped, told apart by the reason that was said. */
class UnhelpedTest {

    private final Unhelped unhelped = new Unhelped();

    @Test
    void whoeverWasMetOrWithdrewIsNotAmongThem() {
        unhelped.open("full", 10 - 4 - 1);

        assertThat(unhelped.settled()).isEqualTo(Map.of("full", 5L));
    }

    @Test
    void aRefusalMovesPeopleToItsOwnReasonAndMakesNoMoreOfThem() {
        unhelped.open("", 10);
        unhelped.refused("not-eligible", 3);

        assertThat(unhelped.settled()).isEqualTo(Map.of("", 7L, "not-eligible", 3L));
    }

    @Test
    void oneWhoWasRefusedForWhatTheNeedSaidAlreadyIsCountedOnce() {
        unhelped.open("full", 5);
        unhelped.refused("full", 2);

        assertThat(unhelped.settled()).isEqualTo(Map.of("full", 5L));
    }

    @Test
    void whatWasMetOfAnEarlierMonthMakesNobodyNegative() {
        unhelped.open("full", -4);
        unhelped.open("", 3);

        assertThat(unhelped.settled()).isEmpty();
    }
}
