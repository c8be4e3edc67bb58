package org.opensocialnet.treasury;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.budget.Envelope;
import org.opensocialnet.budget.Shares;
import org.opensocialnet.budget.Terms;
import org.opensocialnet.budget.Terms.Ceiling;
import org.opensocialnet.budget.Terms.Ceiling.Kind;
import org.opensocialnet.budget.Terms.Funder;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items;
import org.opensocialnet.workspace.Items.Choice;

/** The form of an envelope's rules: read into terms, and filled in from them. */
record EnvelopeForm(Form form, Choices choices, Words t) {

    static final int FUNDERS = 4;

    /** What there is to choose from, with what stands in the envelope although nobody offers it any more. */
    record Choices(List<Choice> categories, List<Choice> groups, List<Choice> zones) {}

    static Form fresh(LocalDate today, Words t) {
        return Form.fresh(t)
                .withDate("starts", today.withDayOfYear(1))
                .withDate("until", today.withMonth(12).withDayOfMonth(31))
                .withDate("pay-by", today.withMonth(12).withDayOfMonth(31))
                .with("part-0", "100")
                .with("key", "desk." + Uuid7.next());
    }

    static Form filled(Envelope envelope, Words t) {
        var terms = envelope.terms();
        var form = Form.fresh(t)
                .with("version", envelope.version())
                .with("name", terms.name())
                .with("english", terms.english())
                .with("programme", terms.programme())
                .withDate("starts", terms.starts())
                .withDate("until", terms.until())
                .withDate("pay-by", terms.payBy())
                .withAll("categories", terms.categories())
                .withAll("groups", terms.groups())
                .withAll("zones", terms.zones());
        int place = 0;
        for (var funder : terms.funders()) {
            form.with("funder-" + place, funder.name())
                    .with("funder-english-" + place, funder.english())
                    .with("part-" + place, percent(funder.points()));
            place++;
        }
        for (var ceiling : terms.ceilings()) {
            if (ceiling.whom().isEmpty()) {
                form.with(
                        "ceiling-" + Items.code(ceiling.kind()),
                        ceiling.amount().euros().toPlainString().replace('.', ','));
            }
        }
        return form;
    }

    private static String percent(int points) {
        return BigDecimal.valueOf(points, 2)
                .stripTrailingZeros()
                .toPlainString()
                .replace('.', ',');
    }

    /** The terms, or none where something is wrong; each fault stands at its field. */
    @Nullable
    Terms read(@Nullable Envelope was) {
        var name = form.field("name", t.of("treasury.name")).required(120);
        var english = form.field("english", t.of("treasury.english")).optional(120);
        var programme = form.field("programme", t.of("treasury.programme")).optional(120);
        var starts = day("starts", t.of("treasury.starts"));
        var until = day("until", t.of("treasury.until"));
        var payBy = day("pay-by", t.of("treasury.pay-by"));
        var categories = form.field("categories", t.of("treasury.categories")).someOf(values(choices.categories()));
        var groups = form.field("groups", t.of("treasury.groups")).someOf(values(choices.groups()));
        var zones = form.field("zones", t.of("treasury.zones")).someOf(values(choices.zones()));
        var funders = funders();
        var ceilings = ceilings(was);
        if (!form.sound() || starts == null || until == null || payBy == null) {
            return null;
        }
        var terms =
                new Terms(name, english, programme, starts, until, payBy, categories, groups, zones, funders, ceilings);
        try {
            terms.mustBeRight();
        } catch (Refusal refusal) {
            refuse(form, refusal, t);
            return null;
        }
        return terms;
    }

    /** A rule of the domain said no: its sentence stands at the field it names, as the form calls it. */
    static void refuse(Form form, Refusal refusal, Words t) {
        if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
            throw refusal;
        }
        form.refuse(refusal.field().isEmpty() ? "amount" : refusal.field(), t.of(refusal.key(), refusal.arguments()));
    }

    private @Nullable LocalDate day(String name, String label) {
        var day = form.field(name, label).date();
        if (day == null && form.fault(name) == null) {
            form.refuse(name, t.of("workspace.fault.missing", label));
        }
        return day;
    }

    private List<Funder> funders() {
        var funders = new ArrayList<Funder>();
        for (int place = 0; place < FUNDERS; place++) {
            var label = t.of("treasury.funder.part", place + 1);
            var name = form.field("funder-" + place, t.of("treasury.funder", place + 1))
                    .optional(120);
            var english = form.field("funder-english-" + place, t.of("treasury.funder.english", place + 1))
                    .optional(120);
            var part = form.field("part-" + place, label).amount();
            if (!name.isEmpty()) {
                funders.add(new Funder(
                        name,
                        english,
                        part == null
                                ? 0
                                : part.movePointRight(2)
                                        .min(BigDecimal.valueOf(Shares.WHOLE + 1))
                                        .intValue()));
            }
        }
        return funders;
    }

    private List<Ceiling> ceilings(@Nullable Envelope was) {
        var ceilings = new ArrayList<Ceiling>();
        add(ceilings, Kind.CATEGORY, "ceiling-category", t.of("treasury.ceiling.category"));
        add(ceilings, Kind.BENEFICIARY, "ceiling-beneficiary", t.of("treasury.ceiling.beneficiary"));
        add(ceilings, Kind.SUPPLIER, "ceiling-supplier", t.of("treasury.ceiling.supplier"));
        if (was != null) {
            was.terms().ceilings().stream()
                    .filter(ceiling -> !ceiling.whom().isEmpty())
                    .forEach(ceilings::add);
        }
        return ceilings;
    }

    private void add(List<Ceiling> ceilings, Kind kind, String field, String label) {
        var amount = form.field(field, label).money();
        if (amount != null) {
            ceilings.add(new Ceiling(kind, "", amount));
        }
    }

    private static List<String> values(List<Choice> choices) {
        return choices.stream().map(Choice::value).toList();
    }

    /** A sum that must be there. */
    static Money sum(Form form, String label, Words t) {
        var amount = form.field("amount", label).money();
        if (amount == null || amount.isZero()) {
            if (form.fault("amount") == null) {
                form.refuse("amount", t.of("budget.fault.amount"));
            }
            return Money.ZERO;
        }
        return amount;
    }
}
