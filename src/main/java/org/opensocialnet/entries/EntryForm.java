package org.opensocialnet.entries;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.ledger.About;
import org.opensocialnet.ledger.Amount;
import org.opensocialnet.ledger.Amount.Unit;
import org.opensocialnet.ledger.Delivery;
import org.opensocialnet.ledger.EntryId.Book;
import org.opensocialnet.ledger.Need;
import org.opensocialnet.ledger.Reason;
import org.opensocialnet.ledger.Source;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;

/** The form of one entry, being read: whatever is wrong with it is said at its field. */
record EntryForm(Form form, Choices choices, Words t) {

    private static final int MOST = 100_000;

    /** What each field offers. */
    record Choices(
            Book book,
            List<Choice> types,
            List<Choice> groups,
            List<Choice> zones,
            List<Choice> services,
            List<Choice> units,
            List<Choice> sources,
            List<Choice> reasons) {}

    /** What was typed, where nothing is wrong with it. */
    record Typed(
            LocalDate day,
            About about,
            Amount amount,
            Source source,
            @Nullable Reason reason) {

        Need need() {
            return new Need(EntryActs.KIND, day, about, amount, source, reason, null, Map.of(), null);
        }

        Delivery delivery() {
            return new Delivery(EntryActs.KIND, day, about, amount, source);
        }
    }

    /** None where something is wrong. */
    @Nullable
    Typed read(UUID organization, LocalDate today) {
        var day = form.field("day", t.of("entries.day")).date();
        if (day == null && form.fault("day") == null) {
            form.refuse("day", t.of("workspace.fault.missing", t.of("entries.day")));
        } else if (day != null && (day.isAfter(today) || day.getYear() < 2000)) {
            form.refuse("day", t.of("ledger.fault.day"));
        }
        var type = chosen("type", t.of("entries.type"), choices.types());
        if (type.isEmpty() && form.fault("type") == null) {
            form.refuse("type", t.of("ledger.fault.service-type"));
        }
        var group = chosen("group", t.of("entries.group"), choices.groups());
        var zone = chosen("zone", t.of("entries.zone"), choices.zones());
        var service = chosen("service", t.of("entries.service"), choices.services());
        var people = form.field("people", t.of("entries.people")).number(0, MOST);
        var quantity = form.field("quantity", t.of("entries.quantity")).number(0, MOST);
        var unit = chosen("unit", t.of("entries.unit"), choices.units());
        if (form.fault("people") == null && form.fault("quantity") == null && count(people) + count(quantity) == 0) {
            form.refuse("people", t.of("ledger.fault.amount"));
        }
        if (count(quantity) > 0 && unit.isEmpty() && form.fault("unit") == null) {
            form.refuse("unit", t.of("workspace.fault.choose", t.of("entries.unit")));
        }
        var source = form.field("source", t.of("entries.source")).oneOf(values(choices.sources()));
        var reason = choices.book() == Book.NEED ? chosen("reason", t.of("entries.reason"), choices.reasons()) : "";
        if (!form.sound() || day == null) {
            return null;
        }
        return new Typed(
                day,
                new About(type, group, zone, organization, service.isEmpty() ? null : UUID.fromString(service)),
                new Amount(
                        count(people),
                        BigDecimal.valueOf(count(quantity)),
                        count(quantity) == 0 ? null : Unit.of(unit)),
                Source.of(source),
                reason.isEmpty() ? null : Reason.of(reason));
    }

    /** One of what is offered, or nothing. */
    private String chosen(String name, String label, List<Choice> offered) {
        return form.typed(name).isEmpty() ? "" : form.field(name, label).oneOf(values(offered));
    }

    private static int count(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    static List<String> values(List<Choice> choices) {
        return choices.stream().map(Choice::value).toList();
    }
}
