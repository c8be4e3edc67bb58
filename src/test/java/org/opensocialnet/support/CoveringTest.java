package org.opensocialnet.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opensocialnet.kernel.Uuid7;

/** A part of a line is covered, goes its way and arrives. */
class CoveringTest extends CoveringWorld {

    @Test
    void aPartIsCoveredGoesIsHandedOverAndConfirmed() {
        var cover = cover(giver, lines.getFirst(), Uuid7.next(), "30");
        assertThat(state()).isEqualTo(new State.PartlyCovered());
        var rest = cover(Uuid7.next(), lines.getLast(), Uuid7.next(), "12");
        assertThat(state()).isEqualTo(new State.Covered());
        move(giver, () -> covering.go(cover, new BigDecimal("20")));
        assertThat(state()).isEqualTo(new State.InDelivery());
        move(giver, () -> covering.deliver(cover, new BigDecimal("20")));
        assertThat(state()).isEqualTo(new State.PartlyDelivered());
        move(shelter, () -> covering.bringBack(cover, new BigDecimal("5")));
        move(shelter, () -> covering.confirm(cover, new BigDecimal("15")));
        assertThat(refused(() -> move(giver, () -> covering.uncover(cover, new BigDecimal("16"), "τελείωσαν"))))
                .as("nothing of what is on its way")
                .isEqualTo("support.cover.order");
        move(giver, () -> covering.go(cover, new BigDecimal("15")));
        move(giver, () -> covering.deliver(cover, new BigDecimal("15")));
        move(null, () -> covering.go(rest, new BigDecimal("12")));
        move(null, () -> covering.deliver(rest, new BigDecimal("12")));
        assertThat(state()).isEqualTo(new State.Delivered());
        move(shelter, () -> covering.confirm(cover, new BigDecimal("15")));
        move(shelter, () -> covering.confirm(rest, new BigDecimal("12")));
        assertThat(state()).isEqualTo(new State.Confirmed());
        assertThat(of(giver, () -> covering.of(request)))
                .as("who gives sees what it gives itself")
                .singleElement()
                .satisfies(own -> assertThat(own.confirmed()).isEqualByComparingTo("30"));
        assertThat(of(shelter, () -> covering.of(request))).hasSize(2);
    }

    @Test
    void theSameReferenceCoversOnceAndNobodyCoversMoreThanIsAsked() {
        var pledge = Uuid7.next();
        assertThat(cover(giver, lines.getFirst(), pledge, "10"))
                .isEqualTo(cover(giver, lines.getFirst(), pledge, "10"));
        assertThat(refused(() -> cover(giver, lines.getFirst(), Uuid7.next(), "21")))
                .isEqualTo("support.cover.too-much");
        for (var wrong : List.of("0", "-1", "0.001")) {
            assertThat(refused(() -> cover(giver, lines.getFirst(), Uuid7.next(), wrong)))
                    .as(wrong)
                    .isEqualTo("support.cover.quantity");
        }
        assertThat(sums(lines.getFirst())).containsEntry("covered", new BigDecimal("10.00"));
    }

    @Test
    void whatIsClosedLetsGoOfWhatIsNotOnItsWay() {
        var cover = cover(giver, lines.getFirst(), Uuid7.next(), "30");
        move(giver, () -> covering.go(cover, new BigDecimal("4")));
        move(giver, () -> covering.deliver(cover, new BigDecimal("4")));
        step(null, new Step.Close("Έκλεισε ο ξενώνας."));
        assertThat(sums(lines.getFirst())).containsEntry("covered", new BigDecimal("4.00"));
        assertThat(refused(() -> cover(giver, lines.getFirst(), Uuid7.next(), "1")))
                .isEqualTo("support.step-not-possible");
        move(shelter, () -> covering.confirm(cover, new BigDecimal("4")));
        assertThat(state()).as("it stays closed").isEqualTo(new State.Closed("Έκλεισε ο ξενώνας."));
    }
}
