package org.opensocialnet.treasury;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.budget.Budget;
import org.opensocialnet.budget.BudgetDesk;
import org.opensocialnet.budget.Envelope;
import org.opensocialnet.budget.EnvelopeId;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.treasury.EnvelopeForm.Choices;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Said;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Opening an envelope, and changing its rules. */
@Controller
@RequestMapping(EnvelopePages.ENVELOPES)
class EnvelopeFormPages {

    private final Budget budget;
    private final BudgetDesk desk;
    private final MoneyWords words;
    private final Clock clock;

    EnvelopeFormPages(Budget budget, BudgetDesk desk, MoneyWords words, Clock clock) {
        this.budget = budget;
        this.desk = desk;
        this.words = words;
        this.clock = clock;
    }

    /** What the form shows; moved: money did, so that the funders' parts stay. */
    record Page(SignedIn me, Choices choices, @Nullable Envelope envelope, boolean moved) {

        boolean fresh() {
            return envelope == null;
        }

        String address() {
            return envelope == null
                    ? EnvelopePages.ENVELOPES + "/new"
                    : EnvelopePages.address(envelope.id()) + "/change";
        }
    }

    @GetMapping("/new")
    ModelAndView fresh(SignedIn me, Words t) {
        return EnvelopeForm.fresh(LocalDate.now(clock), t).page("treasury/form", page(null, me, t));
    }

    @PostMapping("/new")
    ModelAndView open(
            SignedIn me, @RequestParam MultiValueMap<String, String> typed, Words t, RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var page = page(null, me, t);
        var amount = EnvelopeForm.sum(form, t.of("treasury.granted"), t);
        var terms = new EnvelopeForm(form, page.choices(), t).read(null);
        var key = MovePages.key(form, t);
        if (terms == null || !form.sound()) {
            return form.again("treasury/form", page);
        }
        try {
            var id = budget.open(terms, amount, key);
            Said.done(budget.balances(id).granted().isZero() ? t.of("treasury.opened.waits") : t.of("treasury.opened"))
                    .on(redirect);
            return new ModelAndView("redirect:" + t.link(EnvelopePages.address(id)));
        } catch (Refusal refusal) {
            EnvelopeForm.refuse(form, refusal, t);
            return form.again("treasury/form", page);
        }
    }

    @GetMapping("/{envelope}/change")
    ModelAndView change(@PathVariable("envelope") UUID id, SignedIn me, Words t) {
        var envelope = desk.envelope(new EnvelopeId(id));
        return EnvelopeForm.filled(envelope, t).page("treasury/form", page(envelope, me, t));
    }

    @PostMapping("/{envelope}/change")
    ModelAndView amend(
            @PathVariable("envelope") UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var envelope = desk.envelope(new EnvelopeId(id));
        var page = page(envelope, me, t);
        var terms = new EnvelopeForm(form, page.choices(), t).read(envelope);
        if (terms == null || !form.sound()) {
            return form.again("treasury/form", page);
        }
        if (!form.typed("version").equals(Integer.toString(envelope.version()))) {
            form.with("version", envelope.version()).refuse("name", t.of("treasury.fault.changed"));
            return form.again("treasury/form", page);
        }
        try {
            desk.amend(envelope, terms);
        } catch (Refusal refusal) {
            EnvelopeForm.refuse(form, refusal, t);
            return form.again("treasury/form", page);
        }
        Said.done(t.of("treasury.changed")).on(redirect);
        return new ModelAndView("redirect:" + t.link(EnvelopePages.address(envelope.id())));
    }

    private Page page(@Nullable Envelope envelope, SignedIn me, Words t) {
        return new Page(me, choices(envelope, t), envelope, envelope != null && desk.moved(envelope.id()));
    }

    private Choices choices(@Nullable Envelope envelope, Words t) {
        if (envelope == null) {
            return new Choices(words.categories(t), words.groups(t), words.zones(t));
        }
        var terms = envelope.terms();
        return new Choices(
                also(words.categories(t), terms.categories()),
                also(words.groups(t), terms.groups()),
                also(words.zones(t), terms.zones()));
    }

    /** What nobody offers any more stays to be chosen: if its box were missing, saving would widen the rule to all. */
    private static List<Choice> also(List<Choice> offered, List<String> stood) {
        var all = new ArrayList<>(offered);
        stood.stream()
                .filter(code -> offered.stream().noneMatch(one -> one.value().equals(code)))
                .forEach(code -> all.add(new Choice(code, code)));
        return all;
    }
}
