package org.opensocialnet.deliveries;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.deliveries.DeliveryWords.Row;
import org.opensocialnet.people.FreeText;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Items.Happening;
import org.opensocialnet.workspace.Items.Paging;
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

/** What comes to an organisation, confirmed at its own desk or, for it, by the coordination team; and corrected. */
@Controller
@RequestMapping(ReceiptPages.PATH)
class ReceiptPages {

    static final String PATH = "/desk/receipts";
    private static final int PAGE = 25;

    private final DeliveryBook book;
    private final Confirming confirming;
    private final DeliveryWords words;
    private final FreeText freeText;

    ReceiptPages(DeliveryBook book, Confirming confirming, DeliveryWords words, FreeText freeText) {
        this.book = book;
        this.confirming = confirming;
        this.words = words;
        this.freeText = freeText;
    }

    /** What came and what is coming. */
    record ListPage(SignedIn me, List<Row> rows, Paging paging) {}

    /** One hand-over, as its receiver sees it. */
    record Page(SignedIn me, Handover handover, Row row, List<Choice> answers, List<Happening> history) {

        String path() {
            return PATH + "/" + handover.id();
        }
    }

    @GetMapping
    ModelAndView list(@RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t) {
        var form = Form.sent(typed, t);
        var after = form.field("after", "").sentId().orElse(null);
        var found = book.coming(Objects.requireNonNull(me.organization()), after, PAGE + 1);
        return form.page(
                "deliveries/receipts",
                new ListPage(
                        me,
                        found.stream().limit(PAGE).map(one -> words.row(one, t)).toList(),
                        new Paging(
                                after == null ? null : t.link(PATH),
                                found.size() > PAGE
                                        ? t.link(PATH + "?after="
                                                + found.get(PAGE - 1).id())
                                        : null)));
    }

    @GetMapping("/{receipt}")
    ModelAndView one(@PathVariable UUID receipt, SignedIn me, Words t) {
        var found = book.get(receipt);
        return ReceiptForm.fresh(found, t).page("deliveries/receipt", page(found, me, t));
    }

    @PostMapping("/{receipt}/confirmation")
    ModelAndView confirm(
            @PathVariable UUID receipt,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var found = book.get(receipt);
        var form = Form.sent(typed, t);
        freeText.ask(form, t, "words");
        var said = ReceiptForm.read(form, found, t);
        if (said.isEmpty()) {
            return form.again("deliveries/receipt", page(found, me, t));
        }
        confirming.confirm(receipt, said.get());
        return done(receipt, t.of("deliveries.confirmed"), t, redirect);
    }

    @PostMapping("/{receipt}/correction")
    ModelAndView correct(
            @PathVariable UUID receipt,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var found = book.get(receipt);
        var form = Form.sent(typed, t);
        var why = form.field("why", t.of("deliveries.correct.why")).required(1_000);
        freeText.ask(form, t, "why");
        if (!form.sound()) {
            return form.again("deliveries/receipt", page(found, me, t));
        }
        confirming.correct(receipt, why);
        return done(receipt, t.of("deliveries.corrected"), t, redirect);
    }

    private Page page(Handover found, SignedIn me, Words t) {
        return new Page(
                me,
                found,
                words.row(found, t),
                ReceiptForm.answers(t),
                DeliveryWords.history(found, book.comebacks(found.id()), t));
    }

    private static ModelAndView done(UUID receipt, String said, Words t, RedirectAttributes redirect) {
        Said.done(said).on(redirect);
        return new ModelAndView("redirect:" + t.link(PATH + "/" + receipt));
    }
}
