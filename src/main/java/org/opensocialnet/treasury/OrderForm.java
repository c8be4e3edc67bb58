package org.opensocialnet.treasury;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.spelling.Identifiers;
import org.opensocialnet.treasury.Purchase.Billed;
import org.opensocialnet.treasury.Purchase.Ordered;
import org.opensocialnet.treasury.PurchaseActs.Order;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;

/** The forms of an order, of what came and of a bill, read line by line. */
record OrderForm(Form form, Words t) {

    static final int LINES = 5;

    /** The order, or none where something is wrong. */
    @Nullable
    Order order(UUID id, OrderPages.NewPage page) {
        var earmark = page.earmark();
        var category = earmark != null
                ? earmark.purpose().category()
                : form.field("category", t.of("treasury.order.category"))
                        .oneOf(page.categories().stream().map(Choice::value).toList());
        var supplier = form.field("supplier", t.of("treasury.supplier")).required(160);
        var afm = Identifiers.afm(form.field("afm", t.of("treasury.afm")).optional(20));
        if (!afm.isEmpty() && !Identifiers.isAfm(afm)) {
            form.refuse("afm", t.of("treasury.fault.afm"));
        }
        var number = form.field("number", t.of("treasury.order.number")).required(60);
        var lines = new ArrayList<Ordered>();
        for (int place = 0; place < LINES; place++) {
            var what = form.field("what-" + place, t.of("treasury.line.what", place + 1))
                    .optional(160);
            var quantity = form.field("quantity-" + place, t.of("treasury.line.quantity", place + 1))
                    .amount();
            var price = form.field("price-" + place, t.of("treasury.line.price", place + 1))
                    .money();
            if (!what.isEmpty() && quantity != null && quantity.signum() > 0 && price != null) {
                lines.add(new Ordered(place, what, quantity, price));
            } else if (!what.isEmpty() || quantity != null || price != null) {
                form.refuse("what-" + place, t.of("treasury.fault.line", place + 1));
            }
        }
        var order = new Order(
                id,
                page.envelope().id(),
                earmark == null ? null : earmark.id(),
                category,
                supplier,
                afm,
                form.field("another", "").ticked(),
                number,
                lines);
        if (form.sound() && !order.total().isPositive()) {
            form.refuse("what-0", t.of("treasury.fault.nothing-ordered"));
        }
        return form.sound() ? order : null;
    }

    /** How much of each line came; lines left empty did not. */
    Map<Integer, BigDecimal> received(Purchase purchase) {
        var quantities = new LinkedHashMap<Integer, BigDecimal>();
        for (var line : purchase.lines()) {
            var quantity = form.field("received-" + line.place(), line.what()).amount();
            if (quantity != null && quantity.signum() > 0) {
                quantities.put(line.place(), quantity);
            }
        }
        return quantities;
    }

    /** What is billed of each line; a price left empty is the agreed one. */
    List<Billed> billed(Purchase purchase) {
        var lines = new ArrayList<Billed>();
        for (var line : purchase.lines()) {
            var quantity = form.field("billed-" + line.place(), line.what()).amount();
            Money price =
                    form.field("billed-price-" + line.place(), line.what()).money();
            if (quantity != null && quantity.signum() > 0) {
                lines.add(new Billed(line.place(), quantity, price == null ? line.price() : price));
            }
        }
        return lines;
    }
}
