package org.opensocialnet.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opensocialnet.budget.EarmarkId;
import org.opensocialnet.budget.EnvelopeId;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.treasury.Purchase.Billed;
import org.opensocialnet.treasury.Purchase.Invoice;
import org.opensocialnet.treasury.Purchase.Ordered;
import org.opensocialnet.treasury.Purchase.Received;
import org.opensocialnet.treasury.ThreeWay.Difference.BeforeOrder;
import org.opensocialnet.treasury.ThreeWay.Difference.MoreBilled;
import org.opensocialnet.treasury.ThreeWay.Difference.MoreReceived;
import org.opensocialnet.treasury.ThreeWay.Difference.NotReceived;
import org.opensocialnet.treasury.ThreeWay.Difference.OtherPrice;

/** Forty blankets at 12 €: what came and what is billed, held against the order. */
class ThreeWayTest {

    static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Test
    void whatCameAsOrderedAndIsBilledAsAgreedIsPaid() {
        var bill = bill(MONDAY, "40", "12");
        assertThat(ThreeWay.of(bought(List.of(came("40")), bill), bill)).isEmpty();
    }

    @Test
    void whatIsBilledButDidNotComeIsTold() {
        var bill = bill(MONDAY, "40", "12");
        assertThat(ThreeWay.of(bought(List.of(came("25")), bill), bill))
                .containsExactly(new NotReceived("Κουβέρτες", number("25"), number("40")));
        assertThat(ThreeWay.of(bought(List.of(), bill), bill))
                .containsExactly(new NotReceived("Κουβέρτες", BigDecimal.ZERO, number("40")));
    }

    @Test
    void twoPartsAreCountedTogether() {
        var first = bill(MONDAY, "25", "12");
        var second = bill(MONDAY, "20", "12");
        var purchase = bought(List.of(came("25"), came("15")), first, second);
        assertThat(ThreeWay.of(purchase, first)).isEmpty();
        assertThat(ThreeWay.of(purchase, second))
                .containsExactlyInAnyOrder(
                        new MoreBilled("Κουβέρτες", number("40"), number("45")),
                        new NotReceived("Κουβέρτες", number("40"), number("45")));
    }

    @Test
    void anotherPriceMoreThanOrderedAndAnOlderDateAreTold() {
        var bill = bill(MONDAY.minusDays(1), "40", "12.50");
        assertThat(ThreeWay.of(bought(List.of(came("41")), bill), bill))
                .containsExactlyInAnyOrder(
                        new BeforeOrder(MONDAY, MONDAY.minusDays(1)),
                        new OtherPrice("Κουβέρτες", Money.euros("12"), Money.euros("12.50")),
                        new MoreReceived("Κουβέρτες", number("40"), number("41")));
    }

    @Test
    void aLineIsRoundedToTheCentHalfUp() {
        assertThat(Purchase.total(number("0.5"), Money.euros("0.01"))).isEqualTo(Money.euros("0.01"));
        assertThat(Purchase.total(number("2.25"), Money.euros("1.10"))).isEqualTo(Money.euros("2.48"));
    }

    private static Purchase bought(List<Received> receipts, Invoice... invoices) {
        return new Purchase(
                Uuid7.next(),
                new EnvelopeId(Uuid7.next()),
                new EarmarkId(Uuid7.next()),
                Uuid7.next(),
                "Κλωστές ΑΕ",
                "Π-1",
                MONDAY,
                Money.euros("480"),
                false,
                List.of(new Ordered(0, "Κουβέρτες", number("40"), Money.euros("12"))),
                receipts,
                List.of(invoices));
    }

    private static Received came(String quantity) {
        return new Received(0, number(quantity), MONDAY);
    }

    private static Invoice bill(LocalDate dated, String quantity, String price) {
        return new Invoice(
                Uuid7.next(),
                "Τ-" + quantity,
                dated,
                Purchase.total(number(quantity), Money.euros(price)),
                null,
                null,
                List.of(new Billed(0, number(quantity), Money.euros(price))));
    }

    private static BigDecimal number(String number) {
        return new BigDecimal(number);
    }
}
