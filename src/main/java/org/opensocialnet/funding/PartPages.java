package org.opensocialnet.funding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.budget.EarmarkId;
import org.opensocialnet.budget.Outcome;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
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

/** What is done with money that was set aside for a line: granted, paid, given back. */
@Controller
@RequestMapping(FundingPages.PATH + "/parts/{part}")
class PartPages {

    private final FundingActs acts;
    private final PaidParts parts;
    private final Clock clock;

    PartPages(FundingActs acts, PaidParts parts, Clock clock) {
        this.acts = acts;
        this.parts = parts;
        this.clock = clock;
    }

    /** What the page of one part shows: the money, and the day it was paid where it was granted. */
    record Page(SignedIn me, Part part, boolean granted) {

        String address() {
            return FundingPages.PATH + "/parts/" + part.earmark().value();
        }

        String back() {
            return FundingPages.address(part.request());
        }
    }

    @GetMapping
    ModelAndView one(@PathVariable UUID part, SignedIn me, Words t) {
        return Form.fresh(t).withDate("paid", LocalDate.now(clock)).page("funding/part", page(part, me));
    }

    @PostMapping("/grant")
    ModelAndView grant(@PathVariable UUID part, SignedIn me, Words t, RedirectAttributes redirect) {
        var form = Form.fresh(t).withDate("paid", LocalDate.now(clock));
        var page = page(part, me);
        try {
            var waits = acts.grant(new EarmarkId(part)) instanceof Outcome.Waits;
            return done(page, waits ? t.of("funding.granted.waits") : t.of("funding.granted"), t, redirect);
        } catch (Refusal no) {
            return again(form, page, no, t);
        }
    }

    @PostMapping("/payment")
    ModelAndView pay(
            @PathVariable UUID part,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var page = page(part, me);
        var on = form.field("paid", t.of("funding.paid.on")).date();
        if (on == null && form.fault("paid") == null) {
            form.refuse("paid", t.of("workspace.fault.missing", t.of("funding.paid.on")));
        }
        if (!form.sound() || on == null) {
            return form.again("funding/part", page);
        }
        try {
            acts.pay(new EarmarkId(part), on);
            return done(page, t.of("funding.paid"), t, redirect);
        } catch (Refusal no) {
            return again(form, page, no, t);
        }
    }

    @PostMapping("/release")
    ModelAndView release(@PathVariable UUID part, SignedIn me, Words t, RedirectAttributes redirect) {
        var form = Form.fresh(t).withDate("paid", LocalDate.now(clock));
        var page = page(part, me);
        try {
            acts.release(new EarmarkId(part));
            return done(page, t.of("funding.released"), t, redirect);
        } catch (Refusal no) {
            return again(form, page, no, t);
        }
    }

    private static ModelAndView done(Page page, String said, Words t, RedirectAttributes redirect) {
        Said.done(said).on(redirect);
        return new ModelAndView("redirect:" + t.link(page.back()));
    }

    private static ModelAndView again(Form form, Page page, Refusal no, Words t) {
        if (no.kind() == Refusal.Kind.NOT_FOUND) {
            throw no;
        }
        form.refuse("paid", t.of(no.key(), no.arguments()));
        return form.again("funding/part", page);
    }

    private Page page(UUID id, SignedIn me) {
        var part = parts.find(new EarmarkId(id)).orElseThrow(() -> Refusal.notFound("funding.unknown"));
        return new Page(
                me,
                part,
                part.money() && acts.stands(part.earmark()).committed().isPositive());
    }
}
