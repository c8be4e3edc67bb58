package org.opensocialnet.treasury;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.budget.Balances;
import org.opensocialnet.budget.Budget;
import org.opensocialnet.budget.BudgetDesk;
import org.opensocialnet.budget.Envelope;
import org.opensocialnet.budget.EnvelopeId;
import org.opensocialnet.budget.Movement;
import org.opensocialnet.budget.Outcome;
import org.opensocialnet.budget.Statement;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
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

/** Moving the money of a whole envelope: more of it, to another, given out again, handed back. */
@Controller
@RequestMapping(EnvelopePages.ENVELOPES + "/{envelope}/movement")
class MovePages {

    private static final List<Movement> WHOLE =
            List.of(Movement.ALLOCATED, Movement.REALLOCATED, Movement.REUSED, Movement.HANDED_BACK);

    private final Budget budget;
    private final BudgetDesk desk;
    private final Statement statement;
    private final Clock clock;

    MovePages(Budget budget, BudgetDesk desk, Statement statement, Clock clock) {
        this.budget = budget;
        this.desk = desk;
        this.statement = statement;
        this.clock = clock;
    }

    /** What the form shows. */
    record Page(SignedIn me, Envelope envelope, Balances balances, List<Choice> movements, List<Choice> others) {}

    @GetMapping
    ModelAndView fresh(@PathVariable UUID envelope, SignedIn me, Words t) {
        return Form.fresh(t)
                .with("key", "desk." + Uuid7.next())
                .withDate("day", LocalDate.now(clock))
                .page("treasury/move", page(envelope, me, t));
    }

    @PostMapping
    ModelAndView move(
            @PathVariable UUID envelope,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var page = page(envelope, me, t);
        var movement = form.field("movement", t.of("treasury.move.what")).oneOf(Movement.class);
        var amount = EnvelopeForm.sum(form, t.of("treasury.amount"), t);
        var note = form.field("note", t.of("treasury.note")).required(200);
        var day = form.field("day", t.of("treasury.day")).date();
        var other = form.field("other", t.of("treasury.move.other")).sentId().map(EnvelopeId::new);
        var key = key(form, t);
        if (day == null && form.fault("day") == null) {
            form.refuse("day", t.of("workspace.fault.missing", t.of("treasury.day")));
        }
        if (movement.isPresent() && !WHOLE.contains(movement.get())) {
            form.refuse("movement", t.of("workspace.fault.choose", t.of("treasury.move.what")));
        }
        if (!form.sound() || movement.isEmpty() || day == null) {
            return form.again("treasury/move", page);
        }
        try {
            var to = movement.get() == Movement.REALLOCATED ? other.orElse(null) : null;
            var outcome = desk.move(movement.get(), page.envelope().id(), to, amount, day, note, key);
            Said.done(said(outcome, t)).on(redirect);
            return new ModelAndView(
                    "redirect:" + t.link(EnvelopePages.address(page.envelope().id())));
        } catch (Refusal refusal) {
            EnvelopeForm.refuse(form, refusal, t);
            return form.again("treasury/move", page);
        }
    }

    private static String said(Outcome outcome, Words t) {
        return switch (outcome) {
            case Outcome.Done _ -> t.of("treasury.move.done");
            case Outcome.Waits _ -> t.of("treasury.move.waits");
        };
    }

    /** What makes the second sending of a form the same act as the first. */
    static String key(Form form, Words t) {
        var key = form.typed("key");
        if (!key.matches("desk\\.[0-9a-f-]{36}")) {
            form.with("key", "desk." + Uuid7.next()).refuse("amount", t.of("treasury.fault.again"));
        }
        return key;
    }

    private Page page(UUID id, SignedIn me, Words t) {
        var envelope = desk.envelope(new EnvelopeId(id));
        var others = statement.standing(LocalDate.now(clock), 1, 200).stream()
                .filter(one -> !one.id().equals(envelope.id()))
                .map(one -> new Choice(one.id().value().toString(), Envelope.named(one.name(), one.english(), t)))
                .toList();
        return new Page(me, envelope, budget.balances(envelope.id()), movements(t), others);
    }

    private static List<Choice> movements(Words t) {
        return List.of(
                new Choice(Movement.ALLOCATED.code(), t.of("treasury.move.more"), t.of("treasury.move.more.hint")),
                new Choice(
                        Movement.REALLOCATED.code(),
                        t.of("treasury.move.elsewhere"),
                        t.of("treasury.move.elsewhere.hint")),
                new Choice(Movement.REUSED.code(), t.of("treasury.move.reuse"), t.of("treasury.move.reuse.hint")),
                new Choice(Movement.HANDED_BACK.code(), t.of("treasury.move.back"), t.of("treasury.move.back.hint")));
    }
}
