package org.opensocialnet.pledges;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.ledger.Amount.Unit;
import org.opensocialnet.pledges.Pledges.Said;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;

/** Reads what somebody says of a promise, and says which part cannot be. */
final class PledgeForm {

    static final int CONDITIONS = 1_000;

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

    private PledgeForm() {}

    /** None where something is wrong with it, which the form says. */
    static Optional<Said> read(Form form, Unit unit, LocalDate today, Words t) {
        var quantity = quantity(form, "quantity", t.of("pledges.quantity"), unit, t);
        var conditions = form.field("conditions", t.of("pledges.conditions")).optional(CONDITIONS);
        var from = day(form, "from", t.of("pledges.from"), today, t);
        var until = day(form, "until", t.of("pledges.until"), today, t);
        if (from != null && until != null && until.isBefore(from)) {
            form.refuse("until", t.of("pledges.fault.until"));
        }
        boolean named = form.field("named", t.of("pledges.named")).ticked();
        return quantity != null && form.sound()
                ? Optional.of(new Said(quantity, conditions, from, until, named))
                : Optional.empty();
    }

    /** More than nothing, not more than anybody has, and no half blankets. */
    static @Nullable BigDecimal quantity(Form form, String name, String label, Unit unit, Words t) {
        var quantity = form.field(name, label).amount();
        if (quantity == null) {
            form.refuse(name, t.of("workspace.fault.missing", label));
            return null;
        }
        if (quantity.signum() == 0 || quantity.compareTo(MOST) > 0) {
            form.refuse(name, t.of("pledges.fault.quantity", t.number(MOST)));
            return null;
        }
        if (unit != Unit.EURO
                && unit != Unit.HOUR
                && quantity.stripTrailingZeros().scale() > 0) {
            form.refuse(name, t.of("pledges.fault.whole"));
            return null;
        }
        return quantity;
    }

    static @Nullable LocalDate day(Form form, String name, String label, LocalDate today, Words t) {
        var day = form.field(name, label).date();
        if (day != null && (day.isBefore(today) || day.isAfter(today.plusYears(5)))) {
            form.refuse(name, t.of("pledges.fault.day", label));
        }
        return day;
    }

    /** What the domain refused, at its field; what is no matter of the form goes on. */
    static void refused(Form form, Refusal no, Words t) {
        switch (no.kind()) {
            case CONFLICT -> form.refuse("quantity", t.of(no.key(), no.arguments()));
            case WRONG -> form.refuse(no.field(), t.of(no.key(), no.arguments()));
            case NOT_FOUND, BUSY, TOO_OFTEN -> throw no;
        }
    }
}
