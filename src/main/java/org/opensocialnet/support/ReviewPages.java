package org.opensocialnet.support;

import java.util.UUID;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.people.FreeText;
import org.opensocialnet.support.State.Ground;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The coordination team decides: it accepts, asks back, refuses in words, calls others, closes. */
@Controller
@RequestMapping(RequestListPages.PATH + "/{ask}")
class ReviewPages {

    private final OnePages pages;
    private final FreeText freeText;

    ReviewPages(OnePages pages, FreeText freeText) {
        this.pages = pages;
        this.freeText = freeText;
    }

    @PostMapping("/acceptance")
    ModelAndView accept(
            @PathVariable UUID ask,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var sent = RequestHeadPages.sent(Form.sent(typed, t));
        return pages.decided(ask, sent, new Step.Accept(), t.of("support.did-accept"), me, t, redirect);
    }

    @PostMapping("/return")
    ModelAndView giveBack(
            @PathVariable UUID ask,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var question = form.field("question", t.of("support.return.question")).required(2_000);
        freeText.ask(form, t, "question");
        return form.sound()
                ? pages.decided(
                        ask,
                        RequestHeadPages.sent(form),
                        new Step.Return(question),
                        t.of("support.did-return"),
                        me,
                        t,
                        redirect)
                : pages.shown(ask, form, me, t);
    }

    @PostMapping("/refusal")
    ModelAndView refuse(
            @PathVariable UUID ask,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var ground = form.field("ground", t.of("support.refuse.ground")).oneOf(Ground.class);
        var words = form.field("words", t.of("support.refuse.words")).required(2_000);
        freeText.ask(form, t, "words");
        return form.sound() && ground.isPresent()
                ? pages.decided(
                        ask,
                        RequestHeadPages.sent(form),
                        new Step.Refuse(ground.get(), words),
                        t.of("support.did-refuse"),
                        me,
                        t,
                        redirect)
                : pages.shown(ask, form, me, t);
    }

    @PostMapping("/call")
    ModelAndView call(
            @PathVariable UUID ask,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var sent = RequestHeadPages.sent(Form.sent(typed, t));
        return pages.decided(ask, sent, new Step.Call(), t.of("support.did-call"), me, t, redirect);
    }

    @PostMapping("/closing")
    ModelAndView close(
            @PathVariable UUID ask,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var words = form.field("closing", t.of("support.close.words")).required(1_000);
        freeText.ask(form, t, "closing");
        return form.sound()
                ? pages.decided(
                        ask,
                        RequestHeadPages.sent(form),
                        new Step.Close(words),
                        t.of("support.did-close"),
                        me,
                        t,
                        redirect)
                : pages.shown(ask, form, me, t);
    }
}
