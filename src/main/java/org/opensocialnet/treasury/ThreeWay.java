package org.opensocialnet.treasury;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.treasury.Purchase.Billed;
import org.opensocialnet.treasury.Purchase.Invoice;
import org.opensocialnet.treasury.Purchase.Ordered;
import org.opensocialnet.treasury.Purchase.Received;

/** Order, receipt and invoice held against each other, line by line. */
final class ThreeWay {

    private ThreeWay() {}

    /** Something in which the three do not agree. */
    sealed interface Difference {

        /** More came than was ordered. */
        record MoreReceived(String what, BigDecimal ordered, BigDecimal received) implements Difference {}

        /** More is billed, by this and earlier invoices, than came. */
        record NotReceived(String what, BigDecimal received, BigDecimal billed) implements Difference {}

        /** More is billed, by this and earlier invoices, than was ordered. */
        record MoreBilled(String what, BigDecimal ordered, BigDecimal billed) implements Difference {}

        /** Another price is billed than was agreed. */
        record OtherPrice(String what, Money agreed, Money billed) implements Difference {}

        /** The invoice is older than the order. */
        record BeforeOrder(LocalDate ordered, LocalDate dated) implements Difference {}
    }

    /** What an invoice must answer for; those before it count as billed already. */
    static List<Difference> of(Purchase purchase, Invoice invoice) {
        var differences = new ArrayList<Difference>();
        if (invoice.dated().isBefore(purchase.orderedOn())) {
            differences.add(new Difference.BeforeOrder(purchase.orderedOn(), invoice.dated()));
        }
        var known = purchase.invoices().stream()
                .takeWhile(one -> !one.id().equals(invoice.id()))
                .flatMap(one -> one.lines().stream())
                .toList();
        for (var line : purchase.lines()) {
            var now = invoice.lines().stream().filter(at(line)).toList();
            if (!now.isEmpty()) {
                compare(purchase, line, now, billed(known, line).add(billed(now, line)), differences);
            }
        }
        return differences;
    }

    private static void compare(
            Purchase purchase, Ordered line, List<Billed> now, BigDecimal billed, List<Difference> differences) {
        var received = received(purchase, line);
        if (billed.compareTo(line.quantity()) > 0) {
            differences.add(new Difference.MoreBilled(line.what(), line.quantity(), billed));
        }
        if (billed.compareTo(received) > 0) {
            differences.add(new Difference.NotReceived(line.what(), received, billed));
        }
        now.stream()
                .filter(one -> !one.price().equals(line.price()))
                .forEach(one -> differences.add(new Difference.OtherPrice(line.what(), line.price(), one.price())));
        if (received.compareTo(line.quantity()) > 0) {
            differences.add(new Difference.MoreReceived(line.what(), line.quantity(), received));
        }
    }

    private static Predicate<Billed> at(Ordered line) {
        return billed -> billed.place() == line.place();
    }

    private static BigDecimal billed(List<Billed> lines, Ordered line) {
        return lines.stream().filter(at(line)).map(Billed::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static BigDecimal received(Purchase purchase, Ordered line) {
        return purchase.receipts().stream()
                .filter(one -> one.place() == line.place())
                .map(Received::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
