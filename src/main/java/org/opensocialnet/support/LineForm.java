package org.opensocialnet.support;

import java.math.BigDecimal;
import java.text.Collator;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.goods.Item;
import org.opensocialnet.ledger.Amount.Unit;
import org.opensocialnet.naming.Names;
import org.opensocialnet.support.Line.Come;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;

/** The form of one line, being read: whatever is wrong with it is said at its field. */
record LineForm(Form form, Offered offered, Words t) {

    private static final int MOST_PEOPLE = 100_000;
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

    /** What its fields offer. */
    record Offered(
            String kind,
            List<Item> items,
            List<Choice> units,
            List<Choice> types,
            List<Choice> groups,
            List<Choice> zones,
            List<Choice> places) {

        List<Choice> goods(String lang) {
            return items.stream()
                    .map(item -> new Choice(item.id().toString(), item.name(lang)))
                    .sorted(Comparator.comparing(Choice::text, Collator.getInstance(Locale.of(lang))))
                    .toList();
        }
    }

    /** Shows a line that is there. */
    static Form filled(Form form, Line line) {
        var thing = line.thing();
        if (thing instanceof Thing.Goods(UUID item, String _) && item != null) {
            form.with("item", item);
        } else {
            form.with("what", thing instanceof Thing.Transport(var from, String _) ? from : thing.text());
        }
        return form.with("to", thing instanceof Thing.Transport(String _, var to) ? to : "")
                .with("quantity", line.quantity().stripTrailingZeros().toPlainString())
                .with("unit", line.unit().code())
                .with("people", line.people())
                .with("type", line.serviceType())
                .with("group", line.group())
                .with("zone", line.zone())
                .withDate("needed", line.neededBy())
                .with("place", line.place())
                .with("note", line.note())
                .with("citizens", line.citizens() ? "yes" : "")
                .with("sure", line.sure() ? "yes" : "");
    }

    /** None where something is wrong. */
    @Nullable
    Line read(UUID id, UUID request, LocalDate today) {
        var item = item();
        var thing = thing(item);
        var unit = item != null
                ? item.unit()
                : form.field("unit", t.of("support.line.unit")).oneOf(Names.codes(offered.units()));
        var quantity = quantity();
        var people = form.field("people", t.of("support.line.people")).number(1, MOST_PEOPLE);
        if (people == null) {
            form.refuse("people", t.of("support.line.people.fault"));
        }
        var type = form.field("type", t.of("support.line.type")).oneOf(Names.codes(offered.types()));
        var group = chosen("group", t.of("support.line.group"), offered.groups());
        var zone = chosen("zone", t.of("support.line.zone"), offered.zones());
        var place = chosen("place", t.of("support.line.place"), offered.places());
        var needed = form.field("needed", t.of("support.line.needed")).date();
        if (needed != null && (needed.isBefore(today) || needed.isAfter(today.plusYears(3)))) {
            form.refuse("needed", t.of("support.line.needed.fault"));
        }
        var note = form.field("note", t.of("support.line.note")).optional(500);
        var citizens = form.field("citizens", t.of("support.line.citizens")).ticked();
        var sure = form.field("sure", t.of("support.line.sure")).ticked();
        if (!form.sound() || people == null || quantity == null) {
            return null;
        }
        return new Line(
                id,
                request,
                thing,
                quantity,
                Unit.of(unit),
                people,
                type,
                group,
                zone,
                needed,
                place.isEmpty() ? null : UUID.fromString(place),
                note,
                citizens,
                sure,
                Come.NOTHING);
    }

    private @Nullable Item item() {
        var chosen = form.typed("item");
        var found = offered.items().stream()
                .filter(item -> item.id().toString().equals(chosen))
                .findFirst();
        if (offered.kind().equals("goods") && !chosen.isEmpty() && found.isEmpty()) {
            form.refuse("item", t.of("workspace.fault.choose", t.of("support.line.item")));
        }
        return offered.kind().equals("goods") ? found.orElse(null) : null;
    }

    private Thing thing(@Nullable Item item) {
        if (item != null) {
            return new Thing.Goods(item.id(), item.name());
        }
        var what = form.field("what", label(offered.kind(), t)).required(300);
        var to = offered.kind().equals("transport")
                ? form.field("to", t.of("support.line.to")).required(300)
                : "";
        return Thing.of(offered.kind(), null, what, to);
    }

    private @Nullable BigDecimal quantity() {
        var money = offered.kind().equals("money");
        var label = money ? t.of("support.line.amount") : t.of("support.line.quantity");
        BigDecimal quantity = null;
        if (money) {
            var sum = form.field("quantity", label).money();
            quantity = sum == null ? null : sum.euros();
        } else {
            var whole = form.field("quantity", label).number(1, MOST.intValue());
            quantity = whole == null ? null : BigDecimal.valueOf(whole);
        }
        if (quantity == null || quantity.signum() <= 0) {
            form.refuse("quantity", t.of("workspace.fault.missing", label));
        } else if (quantity.compareTo(MOST) > 0) {
            form.refuse("quantity", t.of("workspace.fault.number", label, 1, MOST.intValue()));
        }
        return quantity;
    }

    private String chosen(String name, String label, List<Choice> offered) {
        return form.typed(name).isEmpty() ? "" : form.field(name, label).oneOf(Names.codes(offered));
    }

    static String label(String kind, Words t) {
        return switch (kind) {
            case "goods" -> t.of("support.line.other-good");
            case "service" -> t.of("support.line.which-service");
            case "places" -> t.of("support.line.which-places");
            case "transport" -> t.of("support.line.from");
            case "people" -> t.of("support.line.skills");
            default -> t.of("support.line.purpose");
        };
    }
}
