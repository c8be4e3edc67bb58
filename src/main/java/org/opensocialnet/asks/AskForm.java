package org.opensocialnet.asks;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.asks.Asks.Contact;
import org.opensocialnet.asks.Asks.Told;
import org.opensocialnet.ledger.Amount.Unit;
import org.opensocialnet.support.PublicAsking;
import org.opensocialnet.support.PublicAsking.Wanted;
import org.opensocialnet.support.Thing;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;

/** The public form between two sendings: what its fields are called, what is chosen, and what they say together. */
final class AskForm {

    static final int STORY = 2_000;

    private static final int MOST = 1_000_000;
    private static final int MOST_PEOPLE = 100_000;
    private static final List<String> OF_LINE =
            List.of("kind", "what", "to", "quantity", "unit", "people", "needed-day", "needed-month", "needed-year");
    private static final List<String> OF_ALL = List.of("lines", "zone", "story", "email", "phone", "consent", "knows");

    private final Form form;
    private final PublicAsking asking;
    private final Words t;

    AskForm(Form form, PublicAsking asking, Words t) {
        this.form = form;
        this.asking = asking;
        this.t = t;
    }

    /** How many things are asked for; each has fields of its own, with its number behind their names. */
    int lines() {
        var typed = form.typed("lines");
        return typed.matches("[1-9]") ? Math.min(Integer.parseInt(typed), PublicAsking.MOST_LINES) : 1;
    }

    List<Integer> numbers() {
        return IntStream.rangeClosed(1, lines()).boxed().toList();
    }

    static String named(String field, int line) {
        return field + "-" + line;
    }

    /** What the page that asks "is it so?" must bring back unseen. */
    static List<String> fields(int lines) {
        var names = new ArrayList<>(OF_ALL);
        for (int line = 1; line <= lines; line++) {
            for (var field : OF_LINE) {
                names.add(of(field, line));
            }
        }
        return names;
    }

    /** Days are three fields: their number stands before the part. */
    private static String of(String field, int line) {
        return field.startsWith("needed-") ? "needed-" + line + field.substring(6) : named(field, line);
    }

    /** The fields in which free words stand that others will read. */
    String[] words() {
        return numbers().stream()
                .flatMap(line -> IntStream.of(0, 1).mapToObj(i -> named(i == 0 ? "what" : "to", line)))
                .toArray(String[]::new);
    }

    List<Choice> kinds() {
        return asking.kinds(t).stream()
                .map(kind ->
                        new Choice(kind.value(), kind.hint() == null ? kind.text() : kind.text() + ": " + kind.hint()))
                .toList();
    }

    /** All that any kind is counted in; whether it fits the kind is looked at when it is sent. */
    List<Choice> units() {
        var all = new ArrayList<Choice>();
        for (var kind : Thing.KINDS) {
            for (var unit : asking.units(kind, t)) {
                if (all.stream().noneMatch(known -> known.value().equals(unit.value()))) {
                    all.add(unit);
                }
            }
        }
        return all;
    }

    List<Choice> zones() {
        return asking.zones(t);
    }

    /** None where something is wrong. */
    @Nullable
    Told told(LocalDate today) {
        var wanted = new ArrayList<Wanted>();
        for (int line : numbers()) {
            if (wanted(line, today) instanceof Wanted one) {
                wanted.add(one);
            }
        }
        var zone = form.field("zone", t.of("asks.zone")).oneOf(values(zones()));
        var story = form.field("story", t.of("asks.story")).optional(STORY);
        var email = form.field("email", t.of("asks.email")).email();
        var phone = form.field("phone", t.of("asks.phone")).phone();
        if (!form.field("consent", t.of("asks.consent")).ticked()) {
            form.refuse("consent", t.of("asks.fault.consent"));
        }
        return form.sound() ? new Told(wanted, zone, story, new Contact(email, phone), t.language()) : null;
    }

    private @Nullable Wanted wanted(int line, LocalDate today) {
        var kind = form.field(named("kind", line), t.of("asks.kind")).oneOf(Thing.KINDS);
        var what = form.field(named("what", line), t.of("asks.what")).required(200);
        var to = kind.equals("transport")
                ? form.field(named("to", line), t.of("asks.to")).required(200)
                : "";
        var quantity = quantity(line, kind);
        var unit = unit(line, kind);
        var people = form.field(named("people", line), t.of("asks.people")).number(1, MOST_PEOPLE);
        if (people == null) {
            form.refuse(named("people", line), t.of("asks.fault.people"));
        }
        var needed = form.field(named("needed", line), t.of("asks.needed")).date();
        if (needed != null && (needed.isBefore(today) || needed.isAfter(today.plusYears(3)))) {
            form.refuse(named("needed", line) + "-day", t.of("asks.fault.needed"));
        }
        return form.sound() && quantity != null && people != null
                ? new Wanted(Thing.of(kind, null, what, to), quantity, Unit.of(unit), people, needed)
                : null;
    }

    private @Nullable BigDecimal quantity(int line, String kind) {
        var field = form.field(named("quantity", line), t.of("asks.quantity"));
        BigDecimal quantity = null;
        if (kind.equals("money")) {
            var sum = field.money();
            quantity = sum == null ? null : sum.euros();
        } else {
            var whole = field.number(1, MOST);
            quantity = whole == null ? null : BigDecimal.valueOf(whole);
        }
        if (quantity == null || quantity.signum() <= 0 || quantity.compareTo(BigDecimal.valueOf(MOST)) > 0) {
            form.refuse(named("quantity", line), t.of("asks.fault.quantity", MOST));
            return null;
        }
        return quantity;
    }

    /** Where a kind is counted in one way only, nobody is asked. */
    private String unit(int line, String kind) {
        if (kind.isEmpty()) {
            return "";
        }
        var fitting = asking.units(kind, t);
        if (fitting.size() == 1) {
            return fitting.getFirst().value();
        }
        var chosen = form.typed(named("unit", line));
        if (!values(fitting).contains(chosen)) {
            form.refuse(
                    named("unit", line),
                    t.of("asks.fault.unit", fitting.stream().map(Choice::text).collect(Collectors.joining(", "))));
            return fitting.getFirst().value();
        }
        return chosen;
    }

    private static List<String> values(List<Choice> choices) {
        return choices.stream().map(Choice::value).toList();
    }
}
