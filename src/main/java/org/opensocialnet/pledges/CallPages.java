package org.opensocialnet.pledges;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.ledger.Amount.Unit;
import org.opensocialnet.people.FreeText;
import org.opensocialnet.pledges.Pledges.Wanted;
import org.opensocialnet.pledges.Stock.Kept;
import org.opensocialnet.support.Calls;
import org.opensocialnet.support.Calls.Call;
import org.opensocialnet.support.Calls.CallLine;
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

/** What the network is called to cover, and how an organisation promises a part of it. */
@Controller
@RequestMapping(CallPages.PATH)
class CallPages {

    static final String PATH = "/desk/calls";
    private static final int SHOWN = 50;

    private final Calls calls;
    private final Pledges pledges;
    private final Stock stock;
    private final FreeText freeText;
    private final Clock clock;

    CallPages(Calls calls, Pledges pledges, Stock stock, FreeText freeText, Clock clock) {
        this.calls = calls;
        this.pledges = pledges;
        this.stock = stock;
        this.freeText = freeText;
        this.clock = clock;
    }

    /** What is called for; most where there is more than stands here. */
    record Page(SignedIn me, List<Call> calls, int most) {}

    /** One call with what can be promised of it. */
    record OnePage(SignedIn me, Call call, List<Choice> lines, List<Choice> stock) {}

    @GetMapping
    ModelAndView list(SignedIn me, Words t) {
        var open = calls.open(t, SHOWN);
        return Form.fresh(t).page("pledges/calls", new Page(me, open, open.size() < SHOWN ? 0 : SHOWN));
    }

    @GetMapping("/{call}")
    ModelAndView one(@PathVariable UUID call, SignedIn me, Words t) {
        var page = page(call, me, t);
        var form = Form.fresh(t).with("once", Uuid7.next()).with("named", "yes");
        if (page.lines().size() == 1) {
            form.with("line", page.lines().getFirst().value());
        }
        return form.page("pledges/call", page);
    }

    @PostMapping("/{call}/pledges")
    ModelAndView pledge(
            @PathVariable UUID call,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var page = page(call, me, t);
        var once = form.field("once", "").sentId().orElseGet(Uuid7::next);
        if (pledges.isKnown(once)) {
            return made(t, redirect); // sent twice
        }
        var line = form.field("line", t.of("pledges.line"))
                .oneOf(page.lines().stream().map(Choice::value).toList());
        var kept = form.typed("stock").isEmpty()
                ? ""
                : form.field("stock", t.of("pledges.stock"))
                        .oneOf(page.stock().stream().map(Choice::value).toList());
        var chosen = page.call().lines().stream()
                .filter(one -> one.id().toString().equals(line))
                .findFirst();
        var said = PledgeForm.read(form, chosen.map(CallLine::unit).orElse(Unit.HOUR), LocalDate.now(clock), t);
        freeText.ask(form, t, "conditions");
        if (!form.sound() || chosen.isEmpty() || said.isEmpty()) {
            return form.again("pledges/call", page);
        }
        try {
            pledges.promise(new Wanted(
                    once,
                    chosen.get().id(),
                    Objects.requireNonNull(me.organization()),
                    me.member(),
                    page.call().title(),
                    chosen.get().what(),
                    said.get(),
                    kept.isEmpty() ? null : UUID.fromString(kept)));
        } catch (Refusal no) {
            PledgeForm.refused(form, no, t);
            return form.again("pledges/call", page(call, me, t)); // what is open may have changed meanwhile
        }
        return made(t, redirect);
    }

    private static ModelAndView made(Words t, RedirectAttributes redirect) {
        Said.done(t.of("pledges.made")).on(redirect);
        return new ModelAndView("redirect:" + t.link(PledgePages.PATH));
    }

    private OnePage page(UUID id, SignedIn me, Words t) {
        var call = calls.find(id, t).orElseThrow(() -> Refusal.notFound("pledges.call.unknown"));
        var open =
                call.lines().stream().filter(line -> line.open().signum() > 0).toList();
        return new OnePage(
                me,
                call,
                open.stream()
                        .map(line -> new Choice(
                                line.id().toString(),
                                line.what(),
                                t.of("pledges.open", line.openInWords(), line.quantity())))
                        .toList(),
                open.stream()
                        .map(line -> line.unit().code())
                        .distinct()
                        .flatMap(unit -> stock.fitting(Objects.requireNonNull(me.organization()), unit).stream())
                        .map(kept -> choice(kept, t))
                        .toList());
    }

    private static Choice choice(Kept kept, Words t) {
        return new Choice(
                kept.id().toString(),
                t.of("pledges.stock.free", kept.name(), t.number(kept.free().stripTrailingZeros())));
    }
}
